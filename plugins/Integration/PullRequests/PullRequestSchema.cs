namespace Monolith.Plugins.Integration.PullRequests;

internal static class PullRequestSchema
{
    public const string Text = $$"""
        {
          "$schema": "http://json-schema.org/draft-07/schema#",
          "type": "object",
          "additionalProperties": false,
          "required": ["provider", "repository", "source", "target", "title"],
          "properties": {
            "provider": { "type": "string", "enum": ["github", "gitlab"], "description": "Whose API the server speaks." },
            "api": {
              "type": "string", "pattern": "^https?://",
              "description": "The API's address; https://api.github.com or https://gitlab.com/api/v4 by default."
            },
            "repository": {
              "type": "string", "pattern": "^[A-Za-z0-9_.-]+(/[A-Za-z0-9_.-]+)+$",
              "description": "owner/name; with GitLab also group/group/name."
            },
            "source": { "type": "string", "minLength": 1, "maxLength": 200, "pattern": "^[^-]", "description": "The branch with the changes, on the server." },
            "target": { "type": "string", "minLength": 1, "maxLength": 200, "pattern": "^[^-]", "description": "The branch they are for." },
            "title": { "type": "string", "minLength": 1, "maxLength": 250, "description": "One line." },
            "body": { "type": "string", "maxLength": 60000, "description": "The description, Markdown; empty by default." },
            "draft": { "type": "boolean", "description": "Whether a new one is a draft; no by default." },
            "comment": { "type": "string", "minLength": 1, "maxLength": 60000, "description": "A comment; executed again, the stage replaces its own." },
            "merge": {
              "type": "object", "additionalProperties": false,
              "description": "Merges it once its checks passed; not merged without this.",
              "properties": {
                "method": { "type": "string", "enum": ["merge", "squash", "rebase"], "description": "How; merge by default. rebase is GitHub's alone." },
                "requireChecks": { "type": "boolean", "description": "Whether at least one check must have passed; yes by default." },
                "timeout": { "type": "string", "pattern": "{{DurationText.Pattern}}", "description": "How long to wait for checks; the stage's own timeout by default." },
                "interval": { "type": "string", "pattern": "{{DurationText.Pattern}}", "description": "How often to look; 10s by default." }
              }
            }
          }
        }
        """;
}
