using System.Text.Json.Nodes;
using Monolith.Plugins.Integration.Conflicts;
using Monolith.Plugins.Integration.Resolving;

namespace Monolith.Plugins.Integration.Merge;

/// <summary>Which conflicts there were and how each was resolved.</summary>
internal sealed class MergeReport
{
    private const int NamedAtMost = 500;

    private readonly List<(Conflict Conflict, Resolution Resolution)> resolved = [];

    public void Add(IReadOnlyList<ConflictedFile> files, IReadOnlyDictionary<string, Resolution> resolutions) =>
        resolved.AddRange(files.SelectMany(file => file.Conflicts).Select(conflict => (conflict, resolutions[conflict.Id])));

    public JsonArray ToJson() =>
    [
        .. resolved.Take(NamedAtMost).Select(entry => (JsonNode)new JsonObject
        {
            ["id"] = entry.Conflict.Id,
            ["path"] = entry.Conflict.Path,
            ["kind"] = entry.Conflict.Kind.ToString().ToLowerInvariant(),
            ["resolution"] = entry.Resolution.How,
            ["by"] = entry.Resolution.By,
            ["confidence"] = entry.Resolution.Confidence,
        }),
    ];

    public Dictionary<string, double> Metrics()
    {
        var metrics = new Dictionary<string, double>
        {
            ["conflicts"] = resolved.Count,
            ["conflicts.files"] = resolved.Select(entry => entry.Conflict.Path).Distinct().Count(),
        };
        foreach (var group in resolved.GroupBy(entry => entry.Resolution.By))
        {
            metrics[$"conflicts.{group.Key}"] = group.Count();
        }

        return metrics;
    }
}
