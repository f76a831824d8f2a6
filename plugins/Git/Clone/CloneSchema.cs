namespace Monolith.Plugins.Git.Clone;

internal static class CloneSchema
{
    public const string Text = """
        {
          "$schema": "http://json-schema.org/draft-07/schema#",
          "type": "object",
          "additionalProperties": false,
          "required": ["repository"],
          "properties": {
            "repository": {
              "type": "string", "minLength": 1, "pattern": "^[^-]",
              "description": "https, http, ssh, git or file URL, user@host:path, or a folder, absolute or of the workspace."
            },
            "branch": {
              "type": "string", "minLength": 1, "maxLength": 200, "pattern": "^[^-]",
              "description": "The branch or tag to check out; the repository's default branch without it."
            },
            "commit": {
              "type": "string", "pattern": "^[0-9a-fA-F]{7,64}$",
              "description": "The commit to check out; with a branch too, the branch is set to it."
            },
            "depth": {
              "type": "integer", "minimum": 1,
              "description": "How many commits of history to fetch; all without it."
            },
            "into": {
              "type": "string", "minLength": 1,
              "description": "The folder in the workspace, 'source' by default. A complete clone at the wanted commit is kept."
            }
          }
        }
        """;
}
