using Monolith.Plugins.E2e.Sources;

namespace Monolith.Plugins.E2e.Generate;

internal static class GenerateSchema
{
    public const string Text = $$"""
        {
          "$schema": "http://json-schema.org/draft-07/schema#",
          "type": "object",
          "additionalProperties": false,
          "properties": {
            {{SourceSchema.Properties}},
            "name": {
              "type": "string", "pattern": "^[A-Z][A-Za-z0-9]{0,60}$",
              "description": "The project's name and namespace; E2eTests by default."
            },
            "into": {
              "type": "string", "minLength": 1,
              "description": "The folder in the workspace to write to; 'e2e-tests' by default."
            }
          }
        }
        """;
}
