namespace Monolith.Plugins.CodingCli.Run;

internal static class RunSchema
{
    public const string Text = $$"""
        {
          "$schema": "http://json-schema.org/draft-07/schema#",
          "type": "object",
          "additionalProperties": false,
          "required": ["command", "prompt"],
          "properties": {
            "command": {
              "type": "array", "minItems": 1, "maxItems": 200, "items": { "type": "string" },
              "description": "The program and its arguments, with no shell between. {prompt} and {promptFile} in an argument stand for the prompt and for a file that holds it; with neither, the prompt comes on standard input."
            },
            "prompt": {
              "type": "string", "minLength": 1, "maxLength": 200000,
              "description": "What is asked of it."
            },
            "path": {
              "type": "string", "minLength": 1,
              "description": "The folder in the workspace to work on; 'source' by default."
            },
            "timeout": {
              "type": "string", "pattern": "{{DurationText.Pattern}}",
              "description": "How long it may take; the stage's own timeout by default."
            },
            "mayTouch": {
              "type": "array", "maxItems": 200, "items": { "type": "string", "minLength": 1 },
              "description": "Patterns of files that it may add, change and delete, such as src/**; all by default."
            },
            "mustNotTouch": {
              "type": "array", "maxItems": 200, "items": { "type": "string", "minLength": 1 },
              "description": "Patterns of files that it must leave alone, also where mayTouch allows them."
            },
            "maxChangedFiles": {
              "type": "integer", "minimum": 1, "maximum": 100000,
              "description": "More changed files than this are refused; 500 by default."
            },
            "requireChanges": {
              "type": "boolean",
              "description": "Whether a run that changes nothing fails; true by default."
            },
            "cost": {
              "type": "object", "additionalProperties": false, "required": ["pattern"],
              "description": "How its output tells what it has cost so far, and how much that may be.",
              "properties": {
                "pattern": {
                  "type": "string", "minLength": 1, "maxLength": 500,
                  "description": "A regular expression over each line of its output; its first group is the total so far."
                },
                "max": {
                  "type": "number", "exclusiveMinimum": 0,
                  "description": "It is killed when the total is more than this."
                }
              }
            },
            "environment": {
              "type": "object", "additionalProperties": { "type": "string" },
              "description": "Variables it finds beside the stage's."
            },
            "secretEnvironment": {
              "type": "object", "additionalProperties": { "type": "string" },
              "description": "Variables that hold secrets of the stage: name of the variable to name of the secret."
            }
          }
        }
        """;
}
