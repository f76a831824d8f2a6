using Monolith.Kernel;
using Monolith.Pipelines.Definitions.Binding;
using Monolith.Pipelines.Definitions.Model;

namespace Monolith.Pipelines.Definitions.Checking;

/// <summary>What must hold between stages: ids and artifacts are unique, needs are known, nothing waits for itself.</summary>
internal static class GraphRules
{
    public static void Check(PipelineDefinition definition, ProblemList problems)
    {
        CheckUnique(definition.Stages.Select((s, i) => (s.Id, $"stages[{i}].id")), "stage", problems);
        CheckUnique(
            definition.Stages.SelectMany((s, i) => s.Artifacts.Select((a, j) => (a.Name, $"stages[{i}].artifacts[{j}].name"))), "artifact", problems);
        if (MatrixExpansion.Count(definition.Stages) > DefinitionBinder.MaxStages)
            problems.Add("stages", $"With each matrix written out there are more than {DefinitionBinder.MaxStages} stages.");
        var known = CheckNeeds(definition, problems);
        foreach (var cycle in Cycles.Find(definition.Stages, known))
            problems.Add(cycle.Path, $"These stages wait for each other: {string.Join(" -> ", cycle.Stages)}.", ErrorCodes.CircularDependency);
    }

    private static void CheckUnique(IEnumerable<(string Name, string Path)> names, string what, ProblemList problems)
    {
        var seen = new HashSet<string>();
        foreach (var (name, path) in names)
        {
            if (name.Length > 0 && !seen.Add(name))
                problems.Add(path, $"Another {what} is called '{FieldValues.Shorten(name)}' already.");
        }
    }

    private static Dictionary<string, int> CheckNeeds(PipelineDefinition definition, ProblemList problems)
    {
        var known = new Dictionary<string, int>();
        for (var i = 0; i < definition.Stages.Count; i++)
            known.TryAdd(definition.Stages[i].Id, i);

        for (var i = 0; i < definition.Stages.Count; i++)
        {
            var stage = definition.Stages[i];
            for (var j = 0; j < stage.Needs.Count; j++)
            {
                var need = stage.Needs[j].Stage;
                if (!known.ContainsKey(need))
                    problems.Add(
                        $"stages[{i}].needs[{j}]",
                        $"There is no stage '{FieldValues.Shorten(need)}'.{Spelling.DidYouMean(need, known.Keys)}",
                        ErrorCodes.InvalidDependency);
            }
        }

        return known;
    }
}
