namespace Monolith.Plugins.Scaffold.Plans;

/// <summary>What a model is asked to answer with.</summary>
internal static class PlanAnswerSchema
{
    public const string Text = """
        {
          "type": "object", "additionalProperties": false,
          "required": ["name", "kind", "summary", "files", "packages", "commands", "confidence", "questions"],
          "properties": {
            "name": { "type": "string" },
            "kind": { "enum": ["app", "service", "feature", "capability", "library", "cli"] },
            "summary": { "type": "string" },
            "files": {
              "type": "array",
              "items": {
                "type": "object", "additionalProperties": false, "required": ["path", "purpose"],
                "properties": { "path": { "type": "string" }, "purpose": { "type": "string" } }
              }
            },
            "packages": {
              "type": "array",
              "items": {
                "type": "object", "additionalProperties": false, "required": ["name"],
                "properties": { "name": { "type": "string" }, "version": { "type": "string" }, "purpose": { "type": "string" } }
              }
            },
            "commands": {
              "type": "object", "additionalProperties": false, "required": ["build", "test"],
              "properties": {
                "build": { "type": "array", "items": { "type": "array", "items": { "type": "string" } } },
                "test": { "type": "array", "items": { "type": "array", "items": { "type": "string" } } }
              }
            },
            "confidence": { "type": "number", "minimum": 0, "maximum": 1 },
            "questions": {
              "type": "array", "maxItems": 5,
              "items": {
                "type": "object", "additionalProperties": false, "required": ["text", "type"],
                "properties": {
                  "text": { "type": "string" },
                  "type": { "enum": ["open_text", "multiple_choice", "yes_no", "numeric"] },
                  "choices": { "type": "array", "items": { "type": "string" } }
                }
              }
            }
          }
        }
        """;
}
