namespace Monolith.Plugins.Http.Calls;

/// <summary>The parts of JSON Schemas that all actions share: properties of one call.</summary>
internal static class CallSchema
{
    public const string Expect = """
        {
          "type": "object",
          "additionalProperties": false,
          "description": "What the answer must be; without a status, any of 200 to 299.",
          "properties": {
            "status": {
              "type": ["integer", "array"], "minimum": 100, "maximum": 999, "minItems": 1,
              "items": { "type": "integer", "minimum": 100, "maximum": 999 },
              "description": "The status, or a list of those that will do."
            },
            "bodyContains": { "type": "string", "minLength": 1, "description": "Text that the body must hold." },
            "json": {
              "type": "array",
              "description": "Values that the body, which must be JSON, must hold.",
              "items": {
                "type": "object",
                "additionalProperties": false,
                "required": ["path", "equals"],
                "properties": {
                  "path": { "type": "string", "minLength": 1, "description": "Such as items[0].price; $ is the whole body." },
                  "equals": { "description": "Any JSON value." }
                }
              }
            },
            "maxMs": {
              "type": "number", "minimum": 0, "maximum": 86400000,
              "description": "The longest it may take, in milliseconds."
            }
          }
        }
        """;

    public const string Properties = $$"""
        "method": { "type": "string", "pattern": "^[A-Za-z]{1,20}$", "description": "GET by default." },
            "url": { "type": "string", "minLength": 1, "description": "An absolute http or https URL." },
            "headers": {
              "type": "object", "additionalProperties": { "type": ["string", "number", "boolean"] },
              "description": "Request headers by name."
            },
            "body": { "description": "Text, sent as it is, or a JSON value, sent as application/json." },
            "timeout": {
              "type": "string", "pattern": "{{DurationText.Pattern}}",
              "description": "For one call; 30s by default."
            },
            "redirects": { "type": "boolean", "description": "Whether redirects are followed; no by default." },
            "expect": {{Expect}}
        """;
}
