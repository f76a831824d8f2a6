using Monolith.Kernel;
using Monolith.Pipelines.Contracts;
using Monolith.Pipelines.Definitions;
using Monolith.Pipelines.Definitions.Model;
using Monolith.Pipelines.Runs.Events;
using Monolith.Pipelines.Runs.State;

namespace Monolith.Pipelines.Runs.Deciding;

/// <summary>The members of a matrix: how many are done at once, and what they come to together.</summary>
internal static class Joining
{
    private const int NamedAtMost = 10;

    /// <summary>Whether a stage may begin beside the other members of its matrix. A member that waits for its next attempt keeps its place.</summary>
    public static bool HasRoom(RunState run, GraphStage stage)
    {
        if (stage.Group is not { MaxParallel: { } most } || stage.Definition.Kind == StageKind.Join)
            return true;
        return stage.Group.Members.Count(member => HoldsPlace(run.Stages[member])) < most;
    }

    /// <returns>The members that were held back until this one ended.</returns>
    public static IEnumerable<int> HeldBack(RunState run, int ended)
    {
        var group = run.Definition.Graph.Stages[ended].Group;
        return group?.MaxParallel is null || group.Join == ended
            ? []
            : group.Members.Where(member => run.Stages[member] is { Status: StageStatus.Pending, NotBefore: null });
    }

    /// <summary>All members have ended.</summary>
    public static void End(Decision decision, GraphStage join, DateTimeOffset at)
    {
        var run = decision.Run;
        var id = join.Definition.Id;
        var attempt = run.Stages[join.Index].Attempt;
        var failed = join.Group!.Members.Where(member => IsFailure(run, member)).ToList();
        if (failed.Count > 0)
            decision.Emit(new StageFailed(id, attempt, ErrorCodes.StageDependencyFailed, Failure(run, join.Group, failed), null, null, null, at));
        else if (join.Group.Members.All(member => run.Stages[member].Status == StageStatus.Skipped))
            decision.Emit(new StageSkipped(id, run.Stages[join.Group.Members[0]].Reason ?? "Its members were skipped.", at));
        else
            decision.Emit(new StageSucceeded(id, attempt, null, null, null, null, at));
    }

    private static bool HoldsPlace(StageState member) =>
        member.Status is StageStatus.Running or StageStatus.Blocked || member.NotBefore is not null;

    private static bool IsFailure(RunState run, int member) =>
        run.Stages[member].Status == StageStatus.Failed && !Advancing.Tolerated(run, member);

    private static string Failure(RunState run, StageGroup group, List<int> failed)
    {
        var names = failed.Take(NamedAtMost).Select(member => run.Definition.Graph.Stages[member].Definition.Id);
        var more = failed.Count > NamedAtMost ? $" and {failed.Count - NamedAtMost} more" : "";
        return $"{failed.Count} of {group.Members.Length} failed: {string.Join(", ", names)}{more}.";
    }
}
