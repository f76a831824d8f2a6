namespace Monolith.Pipelines.Engine.Stages;

/// <summary>One attempt of a stage being done on this host.</summary>
/// <param name="Stage">The stage's id.</param>
/// <param name="Attempt">The attempt's number.</param>
/// <param name="Number">Which execution of the attempt: more than 1 when a host died under an earlier one.</param>
/// <param name="MayBegin">Completes when nothing of an earlier execution is in the way.</param>
internal sealed record StageExecution(string Stage, int Attempt, int Number, Task MayBegin) : IDisposable
{
    private readonly CancellationTokenSource stop = new();
    private readonly TaskCompletionSource ended = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Stops it unheard: the run is over, has another owner, or the host stops.</summary>
    public CancellationToken Stop => stop.Token;

    public Task Ended => ended.Task;

    // Callbacks of the token run elsewhere: who asks for the stop may hold locks.
    public void RequestStop() => _ = stop.CancelAsync();

    public void End()
    {
        ended.TrySetResult();
        Dispose();
    }

    public void Dispose() => stop.Dispose();
}
