using System.Collections.Concurrent;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Monolith.Plugins.Tests.Samples;

/// <summary>Does a definition's stages in one workspace, each as soon as those that it needs succeeded.</summary>
internal sealed class SampleRun(TestWorkspace workspace)
{
    private readonly ConcurrentDictionary<string, AgentResult> results = new();
    private readonly ConcurrentDictionary<string, string> faults = new();
    private JsonObject inputs = [];

    /// <summary>Of the stages that were done.</summary>
    public IReadOnlyDictionary<string, AgentResult> Results => results;

    /// <summary>By stage: the agent's failure or the blocking gates that did not pass.</summary>
    public IReadOnlyDictionary<string, string> Faults => faults;

    public static string Folder => Path.Combine(AppContext.BaseDirectory, "samples");

    public async Task RunAsync(string yaml)
    {
        var definition = YamlText.Parse(yaml);
        inputs = new JsonObject((definition["inputs"] as JsonObject ?? []).Select(
            input => KeyValuePair.Create(input.Key, input.Value!["default"]?.DeepClone())));
        var tasks = new Dictionary<string, Task<bool>>();
        foreach (var stage in definition["stages"]!.AsArray().Select(stage => stage!.AsObject()))
        {
            var needs = (stage["needs"] as JsonArray ?? []).Select(need => tasks[(string)need!]).ToList();
            tasks[(string)stage["id"]!] = DoAsync(stage, needs);
        }

        await Task.WhenAll(tasks.Values);
    }

    private async Task<bool> DoAsync(JsonObject stage, List<Task<bool>> needs)
    {
        if ((await Task.WhenAll(needs)).Contains(false))
        {
            return false;
        }

        var id = (string)stage["id"]!;
        var parameters = Expressions.Resolve(stage["parameters"], Values()) ?? new JsonObject();
        var context = new TestContext
        {
            Action = (string)stage["action"]!,
            StageId = id,
            Workspace = workspace.Folder,
            Parameters = JsonSerializer.SerializeToElement(parameters),
        };
        var result = await Stage.RunAsync(AllAgents.Named((string)stage["agent"]!), context);
        results[id] = result;
        if (Fault(stage, result) is { } fault)
        {
            faults[id] = fault;
        }

        return !faults.ContainsKey(id);
    }

    private string? Fault(JsonObject stage, AgentResult result)
    {
        if (result.Error is { } error)
        {
            return $"{error.Code}: {error.Message}";
        }

        var missing = (stage["artifacts"] as JsonArray ?? []).Select(artifact => (string)artifact!["path"]!)
            .Concat(result.Artifacts.Select(artifact => artifact.Path))
            .Where(path => !Path.Exists(workspace.At(path)));
        var failing = Gates.Failing(stage["gates"] as JsonArray, result.Metrics);
        return string.Join("; ", failing.Concat(missing)) is { Length: > 0 } fault ? fault : null;
    }

    private JsonObject Values() => new()
    {
        ["host"] = new JsonObject { ["samples"] = Folder },
        ["run"] = new JsonObject { ["id"] = "0199d2c4-0000-7000-8000-000000000001" },
        ["inputs"] = inputs.DeepClone(),
        ["stages"] = new JsonObject(results.Select(result => KeyValuePair.Create(
            result.Key, (JsonNode?)new JsonObject { ["outputs"] = result.Value.Outputs.DeepClone() }))),
    };
}
