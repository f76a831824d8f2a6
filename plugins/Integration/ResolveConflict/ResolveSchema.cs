using Monolith.Plugins.Integration.Merge;
using Monolith.Plugins.Integration.Resolving;

namespace Monolith.Plugins.Integration.ResolveConflict;

internal static class ResolveSchema
{
    public const string Text = $$"""
        {
          "$schema": "http://json-schema.org/draft-07/schema#",
          "type": "object",
          "additionalProperties": false,
          "properties": {
            {{MergeSchema.Folder}},
            "files": {
              "type": "array", "maxItems": 100, "items": { "type": "string", "minLength": 1 },
              "description": "Patterns of the files to resolve, such as src/**; all that are in conflict by default."
            },
            {{ConflictRules.Schema}},
            "commit": {
              "type": "boolean",
              "description": "Whether the merge is committed when no conflict is left; no by default, then the files are staged."
            },
            {{Author.Schema}}
          }
        }
        """;
}
