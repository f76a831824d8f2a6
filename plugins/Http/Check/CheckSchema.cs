using Monolith.Plugins.Http.Calls;

namespace Monolith.Plugins.Http.Check;

internal static class CheckSchema
{
    private const string Serve = $$"""
        {
          "type": "object",
          "additionalProperties": false,
          "required": ["command", "readyUrl"],
          "description": "A program that runs while the checks are made. In all texts {port} is a free port of this machine.",
          "properties": {
            "command": {
              "type": "string", "minLength": 1,
              "description": "The program: a name looked up on PATH, or a path."
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
            "readyUrl": {
              "type": "string", "minLength": 1,
              "description": "Answers 200 to 299 once the program is ready."
            },
            "readyWithin": {
              "type": "string", "pattern": "{{DurationText.Pattern}}",
              "description": "How long it may take to be ready; 30s by default."
            }
          }
        }
        """;

    public const string Text = $$"""
        {
          "$schema": "http://json-schema.org/draft-07/schema#",
          "type": "object",
          "additionalProperties": false,
          "required": ["checks"],
          "properties": {
            "checks": {
              "type": "array", "minItems": 1, "maxItems": 1000,
              "description": "The calls to make, in this order. All are made, also after one that fails.",
              "items": {
                "type": "object",
                "additionalProperties": false,
                "required": ["url"],
                "properties": {
                  "name": {
                    "type": "string", "minLength": 1,
                    "description": "What the check is called in messages; method and URL by default."
                  },
                  "repeat": {
                    "type": "integer", "minimum": 1, "maximum": 1000,
                    "description": "How often the call is made, one after the other; once by default."
                  },
                  {{CallSchema.Properties}}
                }
              }
            },
            "serve": {{Serve}}
          }
        }
        """;
}
