using System.Collections.Frozen;
using Monolith.Pipelines.Definitions.Model;
using Monolith.Pipelines.Expressions;

namespace Monolith.Pipelines.Definitions;

/// <summary>The stages by index, each with what it needs and what needs it.</summary>
internal sealed class StageGraph
{
    private readonly FrozenDictionary<string, int> indices;

    /// <param name="definition">Checked: ids are unique, needs are known, there is no cycle.</param>
    public StageGraph(PipelineDefinition definition)
    {
        var stages = definition.Stages;
        indices = stages.Select((stage, index) => (stage.Id, index)).ToFrozenDictionary(s => s.Id, s => s.index);
        var dependents = stages.Select(_ => new List<int>()).ToArray();
        for (var index = 0; index < stages.Count; index++)
        {
            foreach (var need in stages[index].Needs)
                dependents[indices[need.Stage]].Add(index);
        }

        var shared = definition.Environment.Values.Any(ExpressionText.HasExpression);
        Stages = [.. stages.Select((stage, index) => Node(stage, index, [.. dependents[index]], shared))];
    }

    public IReadOnlyList<GraphStage> Stages { get; }

    /// <returns>-1 when there is no such stage.</returns>
    public int IndexOf(string stage) => indices.TryGetValue(stage, out var index) ? index : -1;

    private GraphStage Node(StageDefinition stage, int index, int[] dependents, bool sharedExpressions) => new(
        index,
        stage,
        [.. stage.Needs.Select(need => new GraphNeed(indices[need.Stage], need.Condition, need.Required))],
        dependents,
        sharedExpressions
            || ExpressionText.HasExpression(stage.Parameters)
            || stage.Environment.Values.Any(ExpressionText.HasExpression));
}

/// <summary>A stage in its graph.</summary>
/// <param name="Index">Its place in the definition.</param>
/// <param name="Definition">What its author wrote.</param>
/// <param name="Needs">The stages before it.</param>
/// <param name="Dependents">The indices of the stages that need it.</param>
/// <param name="HasExpressions">Whether parameters or environment must be resolved before it begins.</param>
internal sealed record GraphStage(
    int Index, StageDefinition Definition, GraphNeed[] Needs, int[] Dependents, bool HasExpressions);

/// <summary>A stage that must end first.</summary>
internal sealed record GraphNeed(int Index, NeedCondition Condition, bool Required);
