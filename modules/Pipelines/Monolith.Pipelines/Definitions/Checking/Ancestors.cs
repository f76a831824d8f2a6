using System.Collections;
using Monolith.Pipelines.Definitions.Model;

namespace Monolith.Pipelines.Definitions.Checking;

/// <summary>Which stages have to end before which, worked out only for the stages that are asked about.</summary>
internal sealed class Ancestors(IReadOnlyList<StageDefinition> stages)
{
    private readonly Dictionary<int, BitArray> known = [];
    private Dictionary<string, int>? indices;

    public bool Has(int stage, string ancestor) => IndexOf(ancestor) is { } index && Of(stage)[index];

    private BitArray Of(int stage)
    {
        if (known.TryGetValue(stage, out var found))
            return found;

        found = new BitArray(stages.Count);
        var queue = new Queue<int>([stage]);
        while (queue.TryDequeue(out var current))
        {
            foreach (var need in stages[current].Needs)
            {
                if (IndexOf(need.Stage) is not { } needed || found[needed])
                    continue;
                found[needed] = true;
                queue.Enqueue(needed);
            }
        }

        return known[stage] = found;
    }

    private int? IndexOf(string id)
    {
        indices ??= stages.Select((stage, index) => (stage.Id, index)).DistinctBy(s => s.Id).ToDictionary(s => s.Id, s => s.index);
        return indices.TryGetValue(id, out var index) ? index : null;
    }
}
