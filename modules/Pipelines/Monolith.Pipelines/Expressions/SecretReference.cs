using System.Text.Json;
using System.Text.Json.Nodes;
using Monolith.Secrets.Contracts;

namespace Monolith.Pipelines.Expressions;

/// <summary>
/// <c>secret:NAME</c> as the whole of a text that stands in a stage's parameters. Only what the definition itself says is a reference, never what an
/// expression brings: otherwise whoever gives a run its inputs would choose among the secrets.
/// </summary>
internal static class SecretReference
{
    public const string Prefix = "secret:";

    /// <returns>The names, each once.</returns>
    public static IEnumerable<string> Names(JsonElement parameters) => In(parameters, "").Select(reference => reference.Name).Distinct();

    /// <returns>The paths of all references.</returns>
    public static IEnumerable<string> Places(JsonElement parameters, string path) => In(parameters, path).Select(reference => reference.Path);

    /// <returns>The paths of texts that look like a reference and are none.</returns>
    public static IEnumerable<string> Faults(JsonElement parameters, string path) =>
        Candidates(parameters, path).Where(text => NameIn(text.Text) is null).Select(text => text.Path);

    /// <param name="written">The parameters as the definition has them.</param>
    /// <param name="resolved">The same with what expressions brought.</param>
    /// <param name="values">By name.</param>
    /// <returns>The resolved ones with values in the place of references.</returns>
    public static JsonElement Fill(JsonElement written, JsonElement resolved, IReadOnlyDictionary<string, string> values) =>
        JsonSerializer.SerializeToElement(Node(written, resolved, values));

    private static IEnumerable<(string Path, string Name)> In(JsonElement parameters, string path) =>
        from text in Candidates(parameters, path)
        let name = NameIn(text.Text)
        where name is not null
        select (text.Path, name);

    // Most definitions have none, and each stage of each run is looked at.
    private static IEnumerable<(string Path, string Text)> Candidates(JsonElement parameters, string path) =>
        parameters.GetRawText() is var raw && (raw.Contains(Prefix, StringComparison.Ordinal) || raw.Contains("\\u", StringComparison.Ordinal))
            ? ExpressionText.Strings(parameters, path).Where(text => text.Text.StartsWith(Prefix, StringComparison.Ordinal))
            : [];

    private static string? NameIn(string text) =>
        text.StartsWith(Prefix, StringComparison.Ordinal) && text[Prefix.Length..] is var name && SecretName.IsValid(name) ? name : null;

    private static JsonNode? Node(JsonElement written, JsonElement resolved, IReadOnlyDictionary<string, string> values) => written.ValueKind switch
    {
        JsonValueKind.String when NameIn(written.GetString()!) is { } name => JsonValue.Create(values[name]),
        JsonValueKind.Object => new JsonObject(written.EnumerateObject().Select(p => KeyValuePair.Create(p.Name, Node(p.Value, resolved.GetProperty(p.Name), values)))),
        JsonValueKind.Array => new JsonArray([.. written.EnumerateArray().Zip(resolved.EnumerateArray(), (item, value) => Node(item, value, values))]),
        _ => JsonNode.Parse(resolved.GetRawText()),
    };
}
