using System.Text.Json;
using System.Text.Json.Nodes;

namespace Monolith.Plugins.Integration.Repositories;

/// <summary>
/// What an execution is about to make public. One that comes after a crash goes on from here: what was tested is not made and tested again, and
/// what was pushed is not pushed a second time as another commit.
/// </summary>
/// <param name="Key">What was to be done; an execution with another goes its own way.</param>
internal sealed record Journal(string Key, string Branch, string From, string To, bool IsDone, JsonObject Outputs, IReadOnlyDictionary<string, double> Metrics)
{
    private const string FileName = "journal.json";

    public AgentResult Result => AgentResult.Success() with { Outputs = Outputs, Metrics = Metrics };

    /// <summary>Null when there is none of this key.</summary>
    public static Journal? Read(IAgentContext context, string key)
    {
        var file = FileOf(context);
        if (!File.Exists(file))
        {
            return null;
        }

        try
        {
            return JsonNode.Parse(File.ReadAllText(file)) is JsonObject kept && (string?)kept["key"] == key
                ? new Journal(
                    key, (string)kept["branch"]!, (string)kept["from"]!, (string)kept["to"]!, (bool)kept["done"]!,
                    kept["outputs"]!.DeepClone().AsObject(), kept["metrics"]!.AsObject().ToDictionary(metric => metric.Key, metric => (double)metric.Value!))
                : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>Laid by one rename: a file that is half written never counts.</summary>
    public void Write(IAgentContext context)
    {
        var file = FileOf(context);
        var metrics = new JsonObject(Metrics.Select(metric => KeyValuePair.Create(metric.Key, (JsonNode?)metric.Value)));
        var kept = new JsonObject
        {
            ["key"] = Key,
            ["branch"] = Branch,
            ["from"] = From,
            ["to"] = To,
            ["done"] = IsDone,
            ["outputs"] = Outputs.DeepClone(),
            ["metrics"] = metrics,
        };
        File.WriteAllText(file + ".new", kept.ToJsonString());
        File.Move(file + ".new", file, overwrite: true);
    }

    private static string FileOf(IAgentContext context) => Path.Combine(PrivateFolder.Keep(context, "integration"), FileName);
}
