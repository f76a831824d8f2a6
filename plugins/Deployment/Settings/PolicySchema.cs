namespace Monolith.Plugins.Deployment.Settings;

internal static class PolicySchema
{
    public const string Properties = $$"""
        "strategy": {
          "type": "string", "enum": ["blue-green", "canary", "rolling", "recreate"],
          "description": "How the requests get from the old version to the new one; blue-green by default."
        },
        "observe": {
          "type": "string", "pattern": "{{DurationText.Pattern}}",
          "description": "How long each step is watched; 10s by default."
        },
        "minimumRequests": {
          "type": "integer", "minimum": 0,
          "description": "Each step lasts until the new version got as many requests, at most 10 minutes; 0 by default."
        },
        "steps": {
          "type": "array", "minItems": 1, "maxItems": 20, "items": { "type": "number", "exclusiveMinimum": 0, "maximum": 100 },
          "description": "Of a canary: percent of the requests that the new version gets, one after the other; 10, 25, 50, 100 by default."
        },
        "rollback": {
          "type": "object", "additionalProperties": false,
          "description": "What the new version must not do.",
          "properties": {
            "errorRate": {
              "type": "number", "minimum": 0, "maximum": 100,
              "description": "Percent of a step's requests that may fail; 1 by default."
            },
            "errors": {
              "type": "integer", "minimum": 1,
              "description": "Fewer failed requests than this are never too many; 5 by default."
            },
            "p95": {
              "type": "number", "exclusiveMinimum": 0,
              "description": "Milliseconds within which 95 % of a step's requests must be answered; any by default."
            }
          }
        }
        """;
}
