using Monolith.Plugins.Integration.Merge;
using Monolith.Plugins.Integration.Resolving;

namespace Monolith.Plugins.Integration.Testing;

internal static class IntegrationTestsSchema
{
    public const string Text = $$"""
        {
          "$schema": "http://json-schema.org/draft-07/schema#",
          "type": "object",
          "additionalProperties": false,
          "required": ["test"],
          "properties": {
            {{MergeSchema.Folder}},
            {{MergeSchema.Sides}},
            {{ConflictRules.Schema}},
            {{TestRequest.Schema}}
          }
        }
        """;
}
