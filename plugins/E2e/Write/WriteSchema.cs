namespace Monolith.Plugins.E2e.Write;

internal static class WriteSchema
{
    public const string Text = """
        {
          "$schema": "http://json-schema.org/draft-07/schema#",
          "type": "object",
          "additionalProperties": false,
          "required": ["requirements"],
          "properties": {
            "requirements": {
              "type": "string", "minLength": 20, "maxLength": 100000,
              "description": "What the application must do, in words."
            },
            "pages": {
              "type": "string", "minLength": 1, "maxLength": 200000,
              "description": "What is known of its pages: addresses, labels, buttons, or their HTML. Without it the model has to guess."
            },
            "into": {
              "type": "string", "minLength": 1, "pattern": "[.]ya?ml$",
              "description": "The file in the workspace to write; e2e/written.yaml by default."
            },
            "maxTokens": {
              "type": "integer", "minimum": 500, "maximum": 100000,
              "description": "The longest answer of the model; 8000 by default."
            }
          }
        }
        """;
}
