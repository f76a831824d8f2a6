using Monolith.Plugins.Deployment.Settings;

namespace Monolith.Plugins.Deployment.Inspect;

internal static class KnownSchema
{
    public const string Text = $$"""
        {
          "$schema": "http://json-schema.org/draft-07/schema#",
          "type": "object",
          "additionalProperties": false,
          "required": ["target"],
          "properties": { {{TargetSchema.Known}} }
        }
        """;
}
