namespace Monolith.Client.Watching;

/// <summary>Tells a run to a person until it is over, or until only a person can go on with it.</summary>
/// <param name="client">The host.</param>
/// <param name="progress">To whom it is told.</param>
/// <param name="next">What a person is told to type.</param>
/// <param name="leaveWaiting">Whether to leave a run that waits for a decision or a clarification, rather than waiting with it.</param>
internal sealed class RunWatch(MonolithClient client, IRunProgress progress, INextSteps next, bool leaveWaiting)
{
    private const string Decision = "decision";
    private static readonly string[] OfPeople = [Decision, "clarification"];

    private readonly HashSet<string> told = [];

    /// <param name="run">The run as it began; what has happened is told from the beginning.</param>
    /// <param name="cancellationToken">Stops the telling, not the run.</param>
    public async Task<WatchEnd> ToItsEndAsync(RunResponse run, CancellationToken cancellationToken)
    {
        progress.Begin(run);
        try
        {
            if (await TellAsync(run.Id, cancellationToken).ConfigureAwait(false) == WatchEnd.Waiting)
                return WatchEnd.Waiting;
            var ended = await client.GetRunAsync(run.Id, cancellationToken: cancellationToken).ConfigureAwait(false);
            progress.End(ended);
            return ended.Status == RunStatus.Success ? WatchEnd.Succeeded : WatchEnd.Failed;
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            progress.Stopped(next.AfterStop(run.Id));
            return WatchEnd.Stopped;
        }
    }

    private async Task<WatchEnd?> TellAsync(Guid run, CancellationToken cancellationToken)
    {
        var waits = false;
        await foreach (var change in client.EventsAsync(run, cancellationToken: cancellationToken).ConfigureAwait(false))
        {
            progress.Tell(change);
            waits |= change.Type == "stage_blocked" && OfPeople.Contains(change.Text("on"));
            if (waits && await IsLeftWaitingAsync(run, cancellationToken).ConfigureAwait(false))
                return WatchEnd.Waiting;
        }

        return null;
    }

    /// <summary>Other stages may be under way beside the one that waits; they are let come to their end first.</summary>
    private async Task<bool> IsLeftWaitingAsync(Guid run, CancellationToken cancellationToken)
    {
        var now = await client.GetRunAsync(run, cancellationToken: cancellationToken).ConfigureAwait(false);
        var waiting = now.Stages.Where(stage => OfPeople.Contains(stage.WaitsFor?.On)).ToList();
        if (now.Status != RunStatus.Waiting || waiting.Count == 0)
            return false;
        foreach (var stage in waiting.Where(stage => told.Add($"{stage.Id} {stage.WaitsFor!.On} {stage.WaitsFor.Name}")))
            progress.Waits(await WaitLinesAsync(stage.Id, stage.WaitsFor!, cancellationToken).ConfigureAwait(false));
        return leaveWaiting;
    }

    private async Task<IEnumerable<string>> WaitLinesAsync(string stage, WaitResponse wait, CancellationToken cancellationToken)
    {
        var id = Guid.Parse(wait.Name!);
        var lines = wait.On == Decision
            ? PersonWait.Decision(await client.GetDecisionAsync(id, cancellationToken: cancellationToken).ConfigureAwait(false), next)
            : PersonWait.Clarification(await client.GetClarificationAsync(id, cancellationToken: cancellationToken).ConfigureAwait(false), next);
        return lines.Select(line => $"  {line}".TrimEnd()).Prepend(next.Waits(stage, wait.On));
    }
}
