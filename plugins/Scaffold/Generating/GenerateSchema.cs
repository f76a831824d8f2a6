namespace Monolith.Plugins.Scaffold.Generating;

internal static class GenerateSchema
{
    public const string Text = """
        {
          "$schema": "http://json-schema.org/draft-07/schema#",
          "type": "object",
          "additionalProperties": false,
          "required": ["plan"],
          "properties": {
            "plan": {
              "type": ["object", "string"],
              "description": "The output 'plan' of the action 'plan', or the path of a file in the workspace with such a plan."
            },
            "into": {
              "type": "string", "minLength": 1,
              "description": "The folder in the workspace to write into; the plan's name with hyphens by default. Required for a feature or a capability, whose project must be there."
            },
            "overwrite": {
              "type": "boolean",
              "description": "Whether files that are there may be replaced; false by default."
            },
            "filesPerCall": {
              "type": "integer", "minimum": 1, "maximum": 50,
              "description": "How many files the model is asked for at once; 8 by default."
            },
            "maxTokens": {
              "type": "integer", "minimum": 500, "maximum": 200000,
              "description": "The longest answer of the model; 16000 by default."
            },
            "verify": {
              "type": "boolean",
              "description": "Whether what was written is built and tested; true by default."
            },
            "commands": {
              "type": "object",
              "description": "What builds and tests it, instead of the plan's commands; without either it is found by the project's files.",
              "additionalProperties": false,
              "properties": {
                "build": {
                  "type": "array", "maxItems": 10, "description": "Each a list of words: a program and its arguments.",
                  "items": { "type": "array", "minItems": 1, "items": { "type": "string" } }
                },
                "test": {
                  "type": "array", "maxItems": 10, "description": "Likewise; they run after those that build.",
                  "items": { "type": "array", "minItems": 1, "items": { "type": "string" } }
                }
              }
            },
            "commandTimeout": {
              "type": "string", "pattern": "^[0-9]{1,7}([.][0-9]{1,3})?(ms|s|m|h)$",
              "description": "How long each command may take; 5m by default."
            },
            "repairs": {
              "type": "integer", "minimum": 0, "maximum": 5,
              "description": "How often the model may mend what does not build or pass; 2 by default."
            }
          }
        }
        """;
}
