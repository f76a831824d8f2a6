using System.Text.Json;
using Monolith.Pipelines.Definitions.Model;

namespace Monolith.Pipelines.Definitions;

/// <summary>
/// A stage with a matrix becomes one stage for each parameter set, called <c>id.1</c>, <c>id.2</c> and so on, and one under
/// its own id that ends when all of them have ended.
/// </summary>
internal static class MatrixExpansion
{
    public static IEnumerable<ExpandedStage> Expand(IReadOnlyList<StageDefinition> stages) => stages.SelectMany(Expand);

    /// <returns>How many stages a definition has when it runs.</returns>
    public static int Count(IReadOnlyList<StageDefinition> stages) => stages.Sum(stage => stage.Matrix is null ? 1 : stage.Matrix.Sets.Count + 1);

    public static string MemberId(string stage, int number) => $"{stage}.{number}";

    private static IEnumerable<ExpandedStage> Expand(StageDefinition stage) => stage.Matrix is not { } matrix
        ? [new ExpandedStage(stage, null, null)]
        : matrix.Sets.Select((set, i) => Member(stage, set, i + 1)).Append(Join(stage, matrix));

    private static ExpandedStage Member(StageDefinition stage, JsonElement set, int number)
    {
        var member = stage with
        {
            Id = MemberId(stage.Id, number),
            Name = $"{stage.Name} ({string.Join(", ", set.EnumerateObject().Select(p => p.Value.ToString()))})",
            Artifacts = [.. stage.Artifacts.Select(artifact => artifact with { Name = $"{artifact.Name}.{number}" })],
            Matrix = null,
        };
        return new ExpandedStage(member, set, stage.Id);
    }

    private static ExpandedStage Join(StageDefinition stage, MatrixDefinition matrix)
    {
        var members = Enumerable.Range(1, matrix.Sets.Count).Select(n => new StageNeed(MemberId(stage.Id, n), NeedCondition.Always, Required: true));
        var join = new StageDefinition
        {
            Id = stage.Id,
            Name = stage.Name,
            Kind = StageKind.Join,
            Agent = "",
            Action = "",
            Parameters = stage.Parameters,
            Needs = [.. members],
            ContinueOnFailure = stage.ContinueOnFailure,
            Matrix = matrix,
        };
        return new ExpandedStage(join, null, null);
    }
}

/// <param name="Definition">As the engine does it.</param>
/// <param name="Set">Of a matrix's member: its parameter set.</param>
/// <param name="MemberOf">Of a matrix's member: the id of the stage it was made of.</param>
internal sealed record ExpandedStage(StageDefinition Definition, JsonElement? Set, string? MemberOf);
