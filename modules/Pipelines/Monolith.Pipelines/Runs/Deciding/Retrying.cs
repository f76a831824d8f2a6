using Monolith.Kernel;
using Monolith.Pipelines.Contracts;
using Monolith.Pipelines.Runs.Commands;
using Monolith.Pipelines.Runs.Events;
using Monolith.Pipelines.Runs.State;

namespace Monolith.Pipelines.Runs.Deciding;

/// <summary>A person has a run that failed or was cancelled go on.</summary>
internal static class Retrying
{
    public static Problem? Retry(Decision decision, RetryRun command)
    {
        var run = decision.Run;
        if (run.Outcome is not (RunStatus.Failed or RunStatus.Cancelled))
            return new Problem(ErrorCodes.Conflict, $"Only a failed or cancelled run can be retried; this one is {run.Status.ToString().ToLowerInvariant()}.");

        if (command.FromStage is { } from && run.IndexOf(from) < 0)
            return new Problem(ErrorCodes.StageNotFound, $"The run has no stage '{from}'.", "fromStage");

        var reset = Reworking.Of(run, command.FromStage);
        decision.Emit(new RunRetried(Ids(run, index => reset[index]), Ids(run, index => !reset[index]), command.At));
        if (run.Concurrency is null)
            Controlling.GoOn(decision, command.HostId, command.HostName, command.At);
        return null;
    }

    private static List<string> Ids(RunState run, Func<int, bool> which) =>
        [.. run.Definition.Graph.Stages.Where(stage => which(stage.Index)).Select(stage => stage.Definition.Id)];
}
