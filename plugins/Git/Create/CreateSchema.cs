namespace Monolith.Plugins.Git.Create;

internal static class CreateSchema
{
    public const string Text = """
        {
          "$schema": "http://json-schema.org/draft-07/schema#",
          "type": "object",
          "additionalProperties": false,
          "required": ["path", "commits"],
          "properties": {
            "path": {
              "type": "string", "minLength": 1,
              "description": "The folder in the workspace that becomes the repository."
            },
            "branch": {
              "type": "string", "minLength": 1, "maxLength": 200, "pattern": "^[^-]",
              "description": "The branch that holds the commits; 'main' by default."
            },
            "commits": {
              "type": "array", "minItems": 1, "maxItems": 1000,
              "description": "The history, oldest first.",
              "items": {
                "type": "object",
                "additionalProperties": false,
                "required": ["message", "from"],
                "properties": {
                  "message": { "type": "string", "minLength": 1, "description": "The commit message." },
                  "from": {
                    "type": "string", "minLength": 1,
                    "description": "A folder, absolute or of the workspace, whose files are laid over the previous commit."
                  },
                  "date": {
                    "type": "string",
                    "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}(Z|[+-][0-9]{2}:[0-9]{2})$",
                    "description": "When it was made, such as 2026-01-31T09:30:00Z; the present by default."
                  }
                }
              }
            }
          }
        }
        """;
}
