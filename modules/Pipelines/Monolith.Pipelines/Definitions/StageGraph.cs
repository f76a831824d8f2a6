using System.Collections.Frozen;
using System.Text.Json;
using Monolith.Pipelines.Definitions.Model;
using Monolith.Pipelines.Expressions;

namespace Monolith.Pipelines.Definitions;

/// <summary>The stages by index, each with what it needs and what needs it; a matrix is expanded.</summary>
internal sealed class StageGraph
{
    private readonly FrozenDictionary<string, int> indices;

    /// <param name="definition">Checked: ids are unique, needs are known, there is no cycle.</param>
    public StageGraph(PipelineDefinition definition)
    {
        var stages = MatrixExpansion.Expand(definition.Stages).ToList();
        indices = stages.Select((stage, index) => (stage.Definition.Id, index)).ToFrozenDictionary(s => s.Id, s => s.index);
        var dependents = stages.Select(_ => new List<int>()).ToArray();
        for (var index = 0; index < stages.Count; index++)
        {
            foreach (var need in stages[index].Definition.Needs)
                dependents[indices[need.Stage]].Add(index);
        }

        var groups = Groups(stages);
        var shared = definition.Environment.Values.Any(ExpressionText.HasExpression);
        Stages = [.. stages.Select((stage, index) => Node(stage, index, [.. dependents[index]], groups, shared))];
        Signals = [.. stages.Select(stage => stage.Definition.Wait?.Signal).OfType<string>().Distinct()];
    }

    public IReadOnlyList<GraphStage> Stages { get; }

    /// <summary>The signals that some stage waits for.</summary>
    public IReadOnlyList<string> Signals { get; }

    /// <returns>-1 when there is no such stage.</returns>
    public int IndexOf(string stage) => indices.TryGetValue(stage, out var index) ? index : -1;

    /// <returns>The indices of all stages that have to end before a stage begins.</returns>
    public IReadOnlyCollection<int> AllBefore(int stage)
    {
        var before = new SortedSet<int>();
        var queue = new Queue<int>(Stages[stage].Needs.Select(need => need.Index));
        while (queue.TryDequeue(out var index))
        {
            if (!before.Add(index))
                continue;
            foreach (var need in Stages[index].Needs)
                queue.Enqueue(need.Index);
        }

        return before;
    }

    private Dictionary<string, StageGroup> Groups(List<ExpandedStage> stages) => stages
        .Where(stage => stage.Definition.Kind == StageKind.Join)
        .ToDictionary(join => join.Definition.Id, join => new StageGroup(
            indices[join.Definition.Id],
            [.. join.Definition.Needs.Select(member => indices[member.Stage])],
            join.Definition.Matrix!.MaxParallel));

    private GraphStage Node(ExpandedStage stage, int index, int[] dependents, Dictionary<string, StageGroup> groups, bool sharedExpressions) => new(
        index,
        stage.Definition,
        [.. stage.Definition.Needs.Select(need => new GraphNeed(indices[need.Stage], need.Condition, need.Required))],
        dependents,
        sharedExpressions
            || ExpressionText.HasExpression(stage.Definition.Parameters)
            || stage.Definition.Environment.Values.Any(ExpressionText.HasExpression))
    {
        Group = groups.GetValueOrDefault(stage.MemberOf ?? stage.Definition.Id),
        Set = stage.Set,
    };
}

/// <summary>A stage in its graph.</summary>
/// <param name="Index">Its place in the definition.</param>
/// <param name="Definition">What its author wrote.</param>
/// <param name="Needs">The stages before it.</param>
/// <param name="Dependents">The indices of the stages that need it.</param>
/// <param name="HasExpressions">Whether parameters or environment must be resolved before it begins.</param>
internal sealed record GraphStage(
    int Index, StageDefinition Definition, GraphNeed[] Needs, int[] Dependents, bool HasExpressions)
{
    /// <summary>Of a matrix's members and its join.</summary>
    public StageGroup? Group { get; init; }

    /// <summary>Of a matrix's member: its parameter set.</summary>
    public JsonElement? Set { get; init; }
}

/// <summary>A stage that must end first.</summary>
internal sealed record GraphNeed(int Index, NeedCondition Condition, bool Required);

/// <summary>The stages that a matrix became.</summary>
internal sealed record StageGroup(int Join, int[] Members, int? MaxParallel);
