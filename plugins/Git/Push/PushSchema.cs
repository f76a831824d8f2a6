namespace Monolith.Plugins.Git.Push;

internal static class PushSchema
{
    public const string Text = """
        {
          "$schema": "http://json-schema.org/draft-07/schema#",
          "type": "object",
          "additionalProperties": false,
          "properties": {
            "path": {
              "type": "string", "minLength": 1,
              "description": "The repository's folder in the workspace; 'source' by default."
            },
            "remote": {
              "type": "string", "minLength": 1, "pattern": "^[^-]",
              "description": "The name of a remote of the repository, 'origin' by default, or an address as for clone."
            },
            "branch": {
              "type": "string", "minLength": 1, "maxLength": 200, "pattern": "^[^-]",
              "description": "The branch to push to; the one that is checked out by default."
            },
            "force": {
              "type": "boolean",
              "description": "Whether commits that only the remote branch has may be replaced; no by default."
            }
          }
        }
        """;
}
