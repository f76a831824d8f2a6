using Monolith.Pipelines.Definitions.Model;

namespace Monolith.Pipelines.Definitions.Checking;

/// <summary>Finds stages that wait for each other. Linear, and with a stack of its own: a chain may be thousands long.</summary>
internal static class Cycles
{
    /// <returns>Each cycle once, in order, its first stage again at the end.</returns>
    public static IEnumerable<(string Path, IReadOnlyList<string> Stages)> Find(
        IReadOnlyList<StageDefinition> stages, IReadOnlyDictionary<string, int> indices)
    {
        var done = new bool[stages.Count];
        var place = new int[stages.Count];
        for (var start = 0; start < stages.Count; start++)
        {
            var trail = new List<(int Stage, int Next)>();
            Enter(start);
            while (trail.Count > 0)
            {
                var (stage, next) = trail[^1];
                if (next == stages[stage].Needs.Count)
                {
                    done[stage] = true;
                    place[stage] = 0;
                    trail.RemoveAt(trail.Count - 1);
                    continue;
                }

                trail[^1] = (stage, next + 1);
                if (!indices.TryGetValue(stages[stage].Needs[next].Stage, out var needed))
                    continue;
                if (place[needed] > 0)
                    yield return ($"stages[{stage}].needs[{next}]", Names(trail.Skip(place[needed] - 1).Select(t => t.Stage)));
                else
                    Enter(needed);
            }

            void Enter(int stage)
            {
                if (done[stage])
                    return;
                trail.Add((stage, 0));
                place[stage] = trail.Count;
            }
        }

        List<string> Names(IEnumerable<int> cycle)
        {
            var names = cycle.Select(stage => stages[stage].Id).ToList();
            names.Add(names[0]);
            return names;
        }
    }
}
