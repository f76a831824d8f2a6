using System.Text.Json;
using System.Text.RegularExpressions;

namespace Monolith.Plugins.Integration.Resolving;

/// <summary>How a stage wants conflicts resolved.</summary>
/// <param name="Usual">Where no rule says otherwise.</param>
/// <param name="Threshold">0 to 100: what is less sure than this is for people.</param>
internal sealed record ConflictRules(string Usual, IReadOnlyList<(Regex Files, string How)> ByFile, int Threshold)
{
    public const int InMerge = 85;
    public const int Alone = 70;
    public const string Model = "model";
    public const string Manual = "manual";

    public const string Schema = """
        "conflicts": {
              "type": "string", "enum": ["ours", "theirs", "model", "manual"],
              "description": "Who resolves conflicts: the target's side, the source's, a language model, or people by a decision; manual by default."
            },
            "rules": {
              "type": "array", "maxItems": 100,
              "description": "Other ways for some files; the first that fits counts.",
              "items": {
                "type": "object", "additionalProperties": false, "required": ["files", "conflicts"],
                "properties": {
                  "files": { "type": "string", "minLength": 1, "description": "A pattern of paths, such as **/*.lock." },
                  "conflicts": { "type": "string", "enum": ["ours", "theirs", "model", "manual"], "description": "As above." }
                }
              }
            },
            "threshold": {
              "type": "integer", "minimum": 0, "maximum": 100,
              "description": "How sure a model must be for its resolution to be taken without a person; 85 in a merge, 70 alone."
            }
        """;

    public static ConflictRules Read(JsonElement parameters, int threshold) => new(
        parameters.Text("conflicts") ?? Manual,
        [.. parameters.Elements("rules").Select(rule => (PathPattern.Of(rule.RequiredText("files")), rule.RequiredText("conflicts")))],
        parameters.Integer("threshold") ?? threshold);

    public string For(string path) => ByFile.FirstOrDefault(rule => rule.Files.IsMatch(path)).How ?? Usual;
}
