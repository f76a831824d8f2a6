using Monolith.Plugins.Deployment.Settings;

namespace Monolith.Plugins.Deployment.Deploy;

internal static class DeploySchema
{
    public const string Text = $$"""
        {
          "$schema": "http://json-schema.org/draft-07/schema#",
          "type": "object",
          "additionalProperties": false,
          "required": ["target"],
          "properties": {
            {{TargetSchema.Full}},
            "path": {
              "type": "string", "minLength": 1,
              "description": "Of process and ssh: the folder in the workspace that is the new version."
            },
            "image": {
              "type": "string", "minLength": 1,
              "description": "Of container: the image that is the new version."
            },
            "version": {
              "type": "string", "pattern": "^[A-Za-z0-9][A-Za-z0-9._-]{0,62}$",
              "description": "What the version is called; a hash of what is in it by default."
            },
            "command": {
              "type": "array", "minItems": 1, "maxItems": 200, "items": { "type": "string" },
              "description": "What is started in its folder, or in the container instead of the image's own command. {port} stands for the port to listen on, which the variable PORT holds too."
            },
            "containerPort": {
              "type": "integer", "minimum": 1, "maximum": 65535,
              "description": "Of a container on the bridge: the port that it listens on; 8080 by default."
            },
            "environment": {
              "type": "object", "propertyNames": { "pattern": "^[A-Za-z_][A-Za-z0-9_]*$" }, "additionalProperties": { "type": ["string", "number", "boolean"] },
              "description": "Variables that instances find."
            },
            "secretEnvironment": {
              "type": "object", "propertyNames": { "pattern": "^[A-Za-z_][A-Za-z0-9_]*$" }, "additionalProperties": { "type": "string" },
              "description": "Variables that hold secrets of the stage: name of the variable to name of the secret."
            },
            "replicas": {
              "type": "integer", "minimum": 1, "maximum": 50,
              "description": "How many instances run; 1 by default."
            },
            "health": {
              "type": "object", "additionalProperties": false,
              "description": "How an instance is known to be well.",
              "properties": {
                "path": {
                  "type": "string", "pattern": "^/",
                  "description": "Answers 200 to 299 when it is; /health by default."
                },
                "within": {
                  "type": "string", "pattern": "{{DurationText.Pattern}}",
                  "description": "How long that may take after the start; 60s by default."
                }
              }
            },
            "drain": {
              "type": "string", "pattern": "{{DurationText.Pattern}}",
              "description": "How long an instance may take to answer what it was asked before it is stopped; 30s by default."
            },
            {{PolicySchema.Properties}}
          }
        }
        """;
}
