using System.Text.Json.Nodes;

namespace Monolith.Plugins.Integration.Dependencies;

/// <summary>What became of each update.</summary>
internal sealed class UpdateReport
{
    private readonly JsonArray updated = [];
    private readonly JsonArray rolledBack = [];

    public void Kept(UpdateStep step, string commit) => Add(updated, step, "commit", commit);

    public void RolledBack(UpdateStep step, string reason) => Add(rolledBack, step, "reason", reason.Cut(2_000));

    public JsonObject Outputs(string path, string branch, string commit) => new()
    {
        ["path"] = path,
        ["branch"] = branch,
        ["commit"] = commit,
        ["updated"] = updated.DeepClone(),
        ["rolledBack"] = rolledBack.DeepClone(),
    };

    public IReadOnlyDictionary<string, double> Metrics => new Dictionary<string, double>
    {
        ["dependencies.outdated"] = updated.Count + rolledBack.Count,
        ["dependencies.updated"] = updated.Count,
        ["dependencies.rolled_back"] = rolledBack.Count,
    };

    private static void Add(JsonArray list, UpdateStep step, string what, string value)
    {
        foreach (var update in step.Updates)
        {
            list.Add((JsonNode)new JsonObject
            {
                ["ecosystem"] = step.Ecosystem.Name,
                ["package"] = update.Package,
                ["from"] = update.From,
                ["to"] = update.To,
                ["group"] = step.Name == update.Package ? null : step.Name,
                [what] = value,
            });
        }
    }
}
