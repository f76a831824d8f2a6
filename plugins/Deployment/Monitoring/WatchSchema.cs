using Monolith.Plugins.Deployment.Settings;

namespace Monolith.Plugins.Deployment.Monitoring;

internal static class WatchSchema
{
    public const string Text = $$"""
        {
          "$schema": "http://json-schema.org/draft-07/schema#",
          "type": "object",
          "additionalProperties": false,
          "required": ["target"],
          "properties": {
            {{TargetSchema.Known}},
            "duration": {
              "type": "string", "pattern": "(^forever$)|({{DurationText.Pattern}})",
              "description": "How long it watches, or forever: until the stage is cancelled or times out. 5m by default."
            },
            "interval": {
              "type": "string", "pattern": "{{DurationText.Pattern}}",
              "description": "The time between two samples; 10s by default."
            },
            "failures": {
              "type": "integer", "minimum": 1, "maximum": 1000,
              "description": "As many bad samples in a row are an incident, and as many good ones its end; 3 by default."
            },
            "thresholds": {
              "type": "object", "additionalProperties": false,
              "description": "What makes a sample a bad one, beside an instance or a gateway that is not well.",
              "properties": {
                "errorRate": {
                  "type": "number", "minimum": 0, "maximum": 100,
                  "description": "More percent of its requests failed than this; 1 by default."
                },
                "errors": {
                  "type": "integer", "minimum": 1,
                  "description": "Fewer failed requests than this are never too many; 5 by default."
                },
                "p95": {
                  "type": "number", "exclusiveMinimum": 0,
                  "description": "95 % of its requests were not answered within so many milliseconds; any by default."
                }
              }
            },
            "heal": {
              "type": "string", "enum": ["restart", "rollback", "redeploy", "decision", "none"],
              "description": "What an incident is answered with; decision asks for one, none fails the stage. restart by default."
            },
            "attempts": {
              "type": "integer", "minimum": 1, "maximum": 10,
              "description": "After so many vain attempts to heal an incident nothing more is done and the stage fails; 2 by default."
            },
            "observe": {
              "type": "string", "pattern": "{{DurationText.Pattern}}",
              "description": "How long a version that healing deploys is watched before the old one is stopped; 5s by default."
            }
          }
        }
        """;
}
