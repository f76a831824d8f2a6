using System.Globalization;
using Monolith.Pipelines.Definitions.Binding;
using Monolith.Pipelines.Definitions.Model;

namespace Monolith.Pipelines.Definitions.Checking;

/// <summary>A stage cannot spend more than its run: a budget that says so misleads whoever approves it.</summary>
internal static class BudgetRules
{
    public static void Check(PipelineDefinition definition, ProblemList problems)
    {
        if (definition.Budget is not { } whole)
            return;
        for (var i = 0; i < definition.Stages.Count; i++)
        {
            if (definition.Stages[i].Budget is { } part && part > whole)
                problems.Add($"stages[{i}].budget", string.Create(
                    CultureInfo.InvariantCulture, $"{part} is more than the pipeline's budget, {whole}. Lower it, or raise the pipeline's."));
        }
    }
}
