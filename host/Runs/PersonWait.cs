using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Monolith.Host.Runs;

/// <summary>What a stage waits for a person with, as lines to read and a command to paste.</summary>
/// <param name="address">Where the host answers, or will.</param>
/// <param name="signsIn">Whether people have to sign in there.</param>
internal sealed class PersonWait(string address, bool signsIn)
{
    private const int MostLines = 40;
    private const string Key = "\"Authorization: Bearer $MONOLITH_KEY\"";

    /// <param name="about">The decision.</param>
    public IEnumerable<string> Decision(JsonElement about)
    {
        var proposal = about.GetProperty("proposal");
        yield return Plain(Text(proposal, "title"));
        foreach (var line in Lines(Text(proposal, "description")))
            yield return $"  {line}";
        var approvers = Texts(about, "approvers");
        var options = Texts(proposal, "options");
        if (options.Count > 0)
            yield return Plain($"To choose from: {string.Join(", ", options)}");
        yield return Plain($"{Who(approvers, about.GetProperty("quorum").GetInt32())} may approve{Until(about)}, from another terminal:");
        var body = new JsonObject { ["reason"] = "Looks right" };
        if (options.Count > 0)
            body["option"] = options[0];
        yield return Curl($"decisions/{about.GetProperty("id")}/approve", approvers is [var first, ..] ? first : "me", body);
        yield return "With /revise instead of /approve it is sent back with the reason, with /abort it ends there.";
    }

    /// <param name="about">The clarification.</param>
    public IEnumerable<string> Clarification(JsonElement about)
    {
        var answers = new JsonObject();
        foreach (var question in about.GetProperty("questions").EnumerateArray())
        {
            var choices = Texts(question, "choices");
            yield return Plain($"{Text(question, "id")}: {Text(question, "text")}{(choices.Count > 0 ? $" ({string.Join(", ", choices)})" : "")}");
            answers[Text(question, "id")] = Example(question, choices);
        }

        yield return $"Answer{Until(about)}, from another terminal, with your answers in place of these:";
        yield return Curl($"clarifications/{about.GetProperty("id")}/answers", "me", new JsonObject { ["answers"] = answers });
    }

    private static JsonNode Example(JsonElement question, List<string> choices) => Text(question, "type") switch
    {
        "multipleChoice" when choices.Count > 0 => choices[0],
        "yesNo" => true,
        "numeric" => question.TryGetProperty("least", out var least) ? least.GetDouble() : 1,
        _ => "...",
    };

    private static string Who(List<string> approvers, int quorum) => approvers.Count switch
    {
        0 when quorum == 1 => "Anybody",
        0 => $"Any {quorum} people",
        1 => approvers[0],
        _ => $"{quorum} of {string.Join(", ", approvers)}",
    };

    private static string Until(JsonElement about) => about.TryGetProperty("expiresAt", out var at) && at.ValueKind == JsonValueKind.String
        ? string.Create(CultureInfo.InvariantCulture, $" until {at.GetDateTimeOffset().ToLocalTime():HH:mm:ss}")
        : "";

    // Quotes in JSON are written as \u0027, and a name is quoted: nothing that a model or a policy says becomes a command.
    private string Curl(string path, string person, JsonObject body) =>
        $"  curl -X POST '{address}/api/v1/{path}' -H {(signsIn ? Key : Quoted($"x-user-id: {Plain(person)}"))} -H 'Content-Type: application/json' -d {Quoted(body.ToJsonString())}";

    private static string Quoted(string word) => $"'{word.Replace("'", @"'\''", StringComparison.Ordinal)}'";

    private static List<string> Lines(string text)
    {
        var lines = text.Trim().Split('\n').Select(Plain).ToList();
        return lines.Count <= MostLines ? lines : [.. lines.Take(MostLines), $"and {lines.Count - MostLines} lines more"];
    }

    // What a model wrote must not command the terminal.
    private static string Plain(string text) => new([.. text.Where(letter => !char.IsControl(letter))]);

    private static string Text(JsonElement of, string name) => of.TryGetProperty(name, out var value) ? value.GetString() ?? "" : "";

    private static List<string> Texts(JsonElement of, string name) =>
        of.TryGetProperty(name, out var list) && list.ValueKind == JsonValueKind.Array ? [.. list.EnumerateArray().Select(one => one.GetString()!)] : [];
}
