using System.Text.Json;
using System.Text.Json.Nodes;
using Monolith.Plugins.E2e.Results;

namespace Monolith.Plugins.E2e.Reports;

internal static class JsonReport
{
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true };

    public static async Task<string> WriteAsync(SuiteResult suite, DateTimeOffset at, string folder, CancellationToken cancellationToken)
    {
        var file = Path.Combine(folder, "report.json");
        await File.WriteAllTextAsync(file, Json(suite, at).ToJsonString(Indented) + "\n", cancellationToken);
        return file;
    }

    private static JsonObject Json(SuiteResult suite, DateTimeOffset at) => new()
    {
        ["at"] = at.UtcDateTime.ToString("O"),
        ["durationMs"] = Math.Round(suite.Duration),
        ["browsers"] = Texts(suite.Browsers),
        ["missing"] = new JsonObject(suite.Missing.Select(entry => KeyValuePair.Create(entry.Key, (JsonNode?)JsonValue.Create(entry.Value)))),
        ["notices"] = Texts(suite.Notices),
        ["counts"] = new JsonObject(Enum.GetValues<Status>().Select(status => KeyValuePair.Create(Word(status), (JsonNode?)JsonValue.Create(suite.Count(status))))),
        ["scenarios"] = new JsonArray([.. suite.Scenarios.Select(Scenario)]),
    };

    private static JsonObject Scenario(ScenarioResult scenario) => new()
    {
        ["file"] = scenario.File,
        ["line"] = scenario.Line,
        ["name"] = scenario.Name,
        ["tags"] = Texts(scenario.Tags),
        ["browser"] = scenario.Browser,
        ["status"] = Word(scenario.Status),
        ["reason"] = scenario.Reason,
        ["attempts"] = new JsonArray([.. scenario.Attempts.Select(Attempt)]),
    };

    private static JsonObject Attempt(AttemptResult attempt) => new()
    {
        ["number"] = attempt.Number,
        ["passed"] = attempt.Passed,
        ["fault"] = attempt.Fault,
        ["durationMs"] = attempt.Milliseconds,
        ["files"] = Texts(attempt.Files),
        ["steps"] = new JsonArray([.. attempt.Steps.Select(step => new JsonObject
        {
            ["title"] = step.Title,
            ["line"] = step.Line,
            ["passed"] = step.Passed,
            ["durationMs"] = step.Milliseconds,
        })]),
    };

    private static string Word(Status status) => status.ToString().ToLowerInvariant();

    private static JsonArray Texts(IEnumerable<string> texts) => new([.. texts.Select(text => JsonValue.Create(text))]);
}
