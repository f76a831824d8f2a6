namespace Monolith.Plugins.Command;

internal static class RunSchema
{
    public const string Text = """
        {
          "$schema": "http://json-schema.org/draft-07/schema#",
          "type": "object",
          "additionalProperties": false,
          "properties": {
            "command": {
              "type": "string", "minLength": 1,
              "description": "The program: a name looked up on PATH, or a path from the working folder. No shell lies between."
            },
            "arguments": {
              "type": "array", "items": { "type": ["string", "number", "boolean"] },
              "description": "Passed to the program as they are."
            },
            "script": {
              "type": "string", "minLength": 1,
              "description": "Lines for the shell, instead of a command. They stop at the first that fails."
            },
            "shell": {
              "type": "string", "enum": ["sh", "bash", "pwsh", "cmd"],
              "description": "Who runs the script; sh by default, cmd on Windows."
            },
            "workingFolder": {
              "type": "string", "minLength": 1,
              "description": "Where the program starts, relative to the workspace; the workspace itself by default."
            },
            "environment": {
              "type": "object", "additionalProperties": { "type": ["string", "number", "boolean"] },
              "description": "Environment variables, over those of the stage."
            },
            "secretEnvironment": {
              "type": "object", "additionalProperties": { "type": "string", "minLength": 1 },
              "description": "Environment variables whose values are secrets: variable to the name of a declared secret."
            },
            "exitCodes": {
              "type": "array", "minItems": 1, "items": { "type": "integer" },
              "description": "The exit codes that mean success; 0 alone by default."
            },
            "stdin": {
              "type": "string",
              "description": "Written to the program's standard input, which is then closed."
            }
          },
          "oneOf": [
            { "required": ["command"] },
            { "required": ["script"] }
          ]
        }
        """;
}
