using System.Text.Json;
using System.Text.Json.Nodes;

namespace Monolith.Plugins.E2e.Runner;

/// <summary>What the runner is to do.</summary>
/// <param name="BaseUrl">Where the application answers.</param>
/// <param name="Files">The scenario files by their names in messages.</param>
/// <param name="Folder">An absolute path; screenshots, traces and videos go there.</param>
/// <param name="NoSandbox">Whether Chromium runs without its sandbox, which root cannot have.</param>
internal sealed record RunnerJob(
    string BaseUrl,
    IReadOnlyDictionary<string, string> Files,
    IReadOnlyDictionary<string, string> Variables,
    IReadOnlyDictionary<string, string> Secrets,
    IReadOnlyList<string> Tags,
    IReadOnlyList<string> Browsers,
    int Reruns,
    TimeSpan StepTimeout,
    TimeSpan ScenarioTimeout,
    bool Trace,
    bool Video,
    bool NoSandbox,
    string Folder)
{
    public JsonObject ToJson() => new()
    {
        ["baseUrl"] = BaseUrl,
        ["files"] = Object(Files),
        ["variables"] = Object(Variables),
        ["secrets"] = Object(Secrets),
        ["tags"] = List(Tags),
        ["browsers"] = List(Browsers),
        ["reruns"] = Reruns,
        ["stepTimeout"] = $"{(long)StepTimeout.TotalMilliseconds}ms",
        ["scenarioTimeout"] = $"{(long)ScenarioTimeout.TotalMilliseconds}ms",
        ["trace"] = Trace,
        ["video"] = Video,
        ["noSandbox"] = NoSandbox,
        ["folder"] = Folder,
    };

    public static RunnerJob Read(JsonElement json) => new(
        json.RequiredText("baseUrl"),
        json.Map("files"),
        json.Map("variables"),
        json.Map("secrets"),
        json.Texts("tags"),
        json.Texts("browsers"),
        json.Integer("reruns") ?? 0,
        json.Duration("stepTimeout", TimeSpan.FromSeconds(5)),
        json.Duration("scenarioTimeout", TimeSpan.FromMinutes(1)),
        json.Flag("trace"),
        json.Flag("video"),
        json.Flag("noSandbox"),
        json.RequiredText("folder"));

    private static JsonObject Object(IReadOnlyDictionary<string, string> entries) =>
        new(entries.Select(entry => KeyValuePair.Create(entry.Key, (JsonNode?)JsonValue.Create(entry.Value))));

    private static JsonArray List(IReadOnlyList<string> texts) => new([.. texts.Select(text => JsonValue.Create(text))]);
}
