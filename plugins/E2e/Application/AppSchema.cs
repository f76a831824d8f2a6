namespace Monolith.Plugins.E2e.Application;

internal static class AppSchema
{
    public const string Text = $$"""
        {
          "type": "object",
          "additionalProperties": false,
          "minProperties": 1,
          "description": "The application under test. {port} in its texts is a free port of this machine.",
          "properties": {
            "command": {
              "type": "string", "minLength": 1,
              "description": "The program that starts it: a name looked up on PATH, or a path. Without it the application runs already, at url."
            },
            "arguments": {
              "type": "array", "items": { "type": ["string", "number", "boolean"] },
              "description": "Passed as they are."
            },
            "workingFolder": {
              "type": "string", "minLength": 1,
              "description": "Relative to the workspace; the workspace by default."
            },
            "environment": {
              "type": "object", "additionalProperties": { "type": ["string", "number", "boolean"] },
              "description": "Environment variables, over those of the stage."
            },
            "secretEnvironment": {
              "type": "object", "additionalProperties": { "type": "string" },
              "description": "Variables that hold secrets of the stage: name of the variable to name of the secret."
            },
            "portVariable": {
              "type": "string", "pattern": "^[A-Za-z_][A-Za-z0-9_]*$",
              "description": "The environment variable that tells it the port; PORT by default."
            },
            "url": {
              "type": "string", "minLength": 1,
              "description": "Where it answers; http://127.0.0.1:{port} by default."
            },
            "readyPath": {
              "type": "string", "minLength": 1,
              "description": "Answers 200 to 399 once it is ready; / by default."
            },
            "readyWithin": {
              "type": "string", "pattern": "{{DurationText.Pattern}}",
              "description": "How long it may take to be ready; 60s by default."
            }
          }
        }
        """;
}
