using System.Text.Json;

namespace Monolith.Plugins.Integration.Merge;

/// <summary>Who the commits are by that the agent makes.</summary>
internal sealed record Author(string Name, string Mail)
{
    public const string Schema = """
        "author": {
              "type": "object", "additionalProperties": false, "required": ["name", "email"],
              "description": "Author and committer of what is committed; Monolith by default.",
              "properties": {
                "name": { "type": "string", "minLength": 1, "pattern": "^[^<>\\n\\u0000]+$", "description": "The name." },
                "email": { "type": "string", "minLength": 1, "pattern": "^[^<>\\s]+$", "description": "The mail address." }
              }
            }
        """;

    public static Author Read(JsonElement parameters) => parameters.Value("author") is { } author
        ? new Author(author.RequiredText("name"), author.RequiredText("email"))
        : new Author("Monolith", "monolith@localhost");

    public IReadOnlyDictionary<string, string?> Environment => new Dictionary<string, string?>
    {
        ["GIT_AUTHOR_NAME"] = Name,
        ["GIT_AUTHOR_EMAIL"] = Mail,
        ["GIT_COMMITTER_NAME"] = Name,
        ["GIT_COMMITTER_EMAIL"] = Mail,
    };

    /// <summary>For commits that have an author already.</summary>
    public IReadOnlyDictionary<string, string?> CommitterEnvironment => new Dictionary<string, string?>
    {
        ["GIT_COMMITTER_NAME"] = Name,
        ["GIT_COMMITTER_EMAIL"] = Mail,
    };
}
