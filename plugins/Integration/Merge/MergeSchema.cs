using Monolith.Plugins.Integration.Repositories;
using Monolith.Plugins.Integration.Resolving;
using Monolith.Plugins.Integration.Testing;

namespace Monolith.Plugins.Integration.Merge;

internal static class MergeSchema
{
    public const string Folder = """
        "path": {
              "type": "string", "minLength": 1,
              "description": "The repository's folder in the workspace; 'source' by default."
            }
        """;

    public const string Sides = """
        "source": {
              "type": "string", "minLength": 1, "maxLength": 200, "pattern": "^[^-]",
              "description": "What is merged: a branch, a remote's branch such as origin/feature, a tag or a commit."
            },
            "target": {
              "type": "string", "minLength": 1, "maxLength": 200, "pattern": "^[^-]",
              "description": "The branch it is merged into; the one that is checked out by default."
            },
            "strategy": {
              "type": "string", "enum": ["merge", "squash", "rebase", "fast-forward"],
              "description": "A merge commit, one commit of all changes, the source's commits anew on top of the target, or the target moved ahead; merge by default."
            }
        """;

    public const string Text = $$"""
        {
          "$schema": "http://json-schema.org/draft-07/schema#",
          "type": "object",
          "additionalProperties": false,
          "required": ["source"],
          "properties": {
            {{Folder}},
            {{Sides}},
            "message": {
              "type": "string", "minLength": 1, "maxLength": 10000,
              "description": "Of the commit that a merge or squash makes."
            },
            {{Author.Schema}},
            {{ConflictRules.Schema}},
            {{TestRequest.Schema}},
            {{PushTarget.Schema}}
          }
        }
        """;
}
