using Monolith.Pipelines.Contracts;

namespace Monolith.Triggers.Notifications.Commits;

/// <summary>
/// Where a run stands now. A status that is late must not cover a newer one, so what is told is looked up when it is told, whatever the notification was
/// written for.
/// </summary>
internal sealed class CommitState(IRunHistory history)
{
    public const string Pending = "pending";
    public const string Success = "success";
    public const string Failure = "failure";
    public const string Cancelled = "cancelled";

    /// <summary>There is no run: the definition at the commit is none.</summary>
    public const string Invalid = "invalid";

    /// <returns>Null when the run is deleted.</returns>
    public async Task<string?> OfAsync(Guid runId, CancellationToken cancellationToken)
    {
        if (await history.ReadAsync(runId, afterVersion: 0, cancellationToken) is not { } run)
            return null;
        return !run.IsFinal ? Pending : run.Events.Select(change => StateAfter(change.Type)).LastOrDefault(state => state is not null) ?? Pending;
    }

    private static string? StateAfter(string type) => type switch
    {
        "run_succeeded" => Success,
        "run_failed" => Failure,
        "run_cancelled" => Cancelled,
        _ => null,
    };
}
