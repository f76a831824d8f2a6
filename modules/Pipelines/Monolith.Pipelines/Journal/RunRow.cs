using Monolith.Pipelines.Contracts;
using Monolith.Pipelines.Runs.Deciding;
using Monolith.Pipelines.Runs.Events;
using Monolith.Pipelines.Runs.State;

namespace Monolith.Pipelines.Journal;

/// <summary>
/// A run in the table of runs: what the list shows and what a host looks for when it wants work. Written in the transaction
/// of the events, and only when one of these values changes, which most stages do not do.
/// </summary>
internal sealed record RunRow
{
    public required string Project { get; init; }

    public required string Pipeline { get; init; }

    public required int? PipelineVersion { get; init; }

    public required string DefinitionHash { get; init; }

    public required RunStatus Status { get; init; }

    public required string Labels { get; init; }

    public required string Trigger { get; init; }

    public required string? Branch { get; init; }

    public required string? CommitSha { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public required DateTimeOffset? StartedAt { get; init; }

    public required DateTimeOffset? FinishedAt { get; init; }

    /// <summary>The host that has stages of it under way; null when none has.</summary>
    public required Guid? Owner { get; init; }

    /// <summary>When a host must look at it; null when only an event can move it.</summary>
    public required DateTimeOffset? WakeAt { get; init; }

    public required string? ErrorCode { get; init; }

    /// <summary>Stored as <c>queue_rank</c>, its negative: lower goes first, as an index wants it.</summary>
    public required int Priority { get; init; }

    /// <summary>Runs of one share take turns with those of others when there is not room for all.</summary>
    public required string Share { get; init; }

    public required RunConcurrency? Concurrency { get; init; }

    /// <summary>The versions of plugins that it is pinned to, with commas between.</summary>
    public required string Plugins { get; init; }

    /// <summary>The run that waits for this one.</summary>
    public required Guid? ParentRun { get; init; }

    /// <returns>The row after the change, or null when it is as before.</returns>
    public static RunRow? Changed(RunState before, RunState after)
    {
        if (before.Version > 0
            && before.Status == after.Status
            && Owned(before) == Owned(after)
            && (Owned(after) is not null || Timing.NextDue(before) == Timing.NextDue(after)))
        {
            return null;
        }

        return Of(after);
    }

    private static Guid? Owned(RunState run) => run is { IsFinal: false, Running: > 0, InterruptedAt: null } ? run.HostId : null;

    private static RunRow Of(RunState run) => new()
    {
        Project = run.Project,
        Pipeline = run.Pipeline,
        PipelineVersion = run.PipelineVersion,
        DefinitionHash = run.Definition.Hash,
        Status = run.Status,
        Labels = run.Labels.Count == 0 ? "{}" : StorableJson.Serialize(run.Labels, JournalJson.Default.IReadOnlyDictionaryStringString),
        Trigger = run.Trigger,
        Branch = run.Branch,
        CommitSha = run.CommitSha,
        CreatedAt = run.CreatedAt,
        StartedAt = run.StartedAt,
        FinishedAt = run.FinishedAt,
        Owner = Owned(run),
        WakeAt = Timing.NextDue(run),
        ErrorCode = run.Error?.Code,
        Priority = run.Priority,
        Share = run.Share,
        Concurrency = run.OwnConcurrency,
        Plugins = string.Join(',', run.Plugins.Values.Distinct(StringComparer.Ordinal)),
        ParentRun = run.Parent?.RunId,
    };
}
