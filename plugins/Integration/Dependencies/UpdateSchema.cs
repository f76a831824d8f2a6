using Monolith.Plugins.Integration.Merge;
using Monolith.Plugins.Integration.Repositories;
using Monolith.Plugins.Integration.Testing;

namespace Monolith.Plugins.Integration.Dependencies;

internal static class UpdateSchema
{
    public const string Text = $$"""
        {
          "$schema": "http://json-schema.org/draft-07/schema#",
          "type": "object",
          "additionalProperties": false,
          "required": ["test"],
          "properties": {
            {{MergeSchema.Folder}},
            "target": {
              "type": "string", "minLength": 1, "maxLength": 200, "pattern": "^[^-]",
              "description": "The branch to update; the one that is checked out by default."
            },
            "level": {
              "type": "string", "enum": ["patch", "minor", "major", "all"],
              "description": "The farthest step: minor, the default, goes from 1.2.3 to any 1.x; major and all to any release."
            },
            "ecosystem": { "type": "string", "enum": ["dotnet", "npm"], "description": "One kind of packages alone; all that are found by default." },
            "only": {
              "type": "array", "maxItems": 200, "items": { "type": "string", "minLength": 1 },
              "description": "Patterns of packages to update, such as Acme.*; all by default."
            },
            "ignore": {
              "type": "array", "maxItems": 200, "items": { "type": "string", "minLength": 1 },
              "description": "Patterns of packages to leave as they are."
            },
            "groups": {
              "type": "array", "maxItems": 100,
              "description": "Packages that are updated, tested and rolled back together.",
              "items": {
                "type": "object", "additionalProperties": false, "required": ["name", "packages"],
                "properties": {
                  "name": { "type": "string", "minLength": 1, "maxLength": 100, "description": "For the commit's message." },
                  "packages": { "type": "array", "minItems": 1, "items": { "type": "string", "minLength": 1 }, "description": "Patterns of packages." }
                }
              }
            },
            {{Author.Schema}},
            {{TestRequest.Schema}},
            {{PushTarget.Schema}}
          }
        }
        """;
}
