using Microsoft.Extensions.Options;
using Monolith.Pipelines.Contracts.Triggers;
using Monolith.Secrets.Contracts;
using Monolith.Triggers.Notifications;
using Monolith.Triggers.Notifications.Commits;

namespace Monolith.Triggers.Hooks.Repositories;

/// <summary>Starts what a connected repository itself defines, at the commit that was delivered.</summary>
internal sealed class RepositoryRuns(
    FolderReader folders, ITriggeredRuns triggered, CommitStatuses statuses, ISecrets secrets, IOptions<ForgesOptions> forges, TimeProvider time)
{
    /// <summary>How long all of a delivery may take. Shorter than its lease.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(25);

    /// <returns>The connection whose definitions are to be read; null for none. Code of a fork defines nothing, whatever triggers say.</returns>
    public RepositoryOptions? Find(TriggerEvent what) => what is { Kind: TriggerKind.Webhook, IsForeign: false, Subject: { } name, ReportTo: not null }
        ? forges.Value.Repositories.Values.FirstOrDefault(one => one.Project == what.Project
            && string.Equals(one.Forge?.ToString(), what.Source, StringComparison.OrdinalIgnoreCase)
            && one.Repository is { } glob && Glob.Matches(glob, name, StringComparison.OrdinalIgnoreCase))
        : null;

    public async Task<StartedRuns> StartAsync(RepositoryOptions connection, TriggerEvent what, CancellationToken cancellationToken)
    {
        using var late = new CancellationTokenSource(Patience, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(late.Token, cancellationToken);
        try
        {
            return CommitAddress.Of(what.ReportTo!) is { } commit ? await StartAsync(connection, what, commit, either.Token) : new StartedRuns([]);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return StartedRuns.Failed(Delivery.Failed($"The definitions were not read and started within {Patience.TotalSeconds:0} s."));
        }
    }

    private async Task<StartedRuns> StartAsync(RepositoryOptions connection, TriggerEvent what, CommitAddress commit, CancellationToken cancellationToken)
    {
        var name = $"{commit.Forge}_token";
        var token = await secrets.FindAsync(what.Project, name, cancellationToken);
        if (!token.IsSuccess)
            return StartedRuns.Failed(Delivery.Failed(token.Problems[0].Message));
        if (token.Value is not { Length: > 0 } known)
            return new StartedRuns([new TriggeredRun(CommitFolder.Name, RunId: null, $"There is no token to read it by. Store the secret {name} of the project.")]);

        var content = await folders.ReadAsync(new CommitFolder(commit.Forge, what.Subject!, commit.Sha), known, cancellationToken);
        if (content.Failure is { } failure)
            return StartedRuns.Failed(failure);
        if (await triggered.StartAsync(what, content.Files, cancellationToken) is not { } started)
            return StartedRuns.Busy;
        IReadOnlyList<TriggeredRun> runs = [.. started, .. content.Faults];
        return connection.ReportErrors ? await ReportAsync(runs, commit, known, cancellationToken) : new StartedRuns(runs);
    }

    private async Task<StartedRuns> ReportAsync(IReadOnlyList<TriggeredRun> runs, CommitAddress commit, string token, CancellationToken cancellationToken)
    {
        var told = new List<TriggeredRun>();
        foreach (var run in runs)
        {
            // What is said of the folder is for the operator: most repositories have none.
            var outcome = run.Error is null || run.Pipeline == CommitFolder.Name
                ? Delivery.Done
                : await statuses.TellAsync(commit, new CommitStatus($"monolith/{run.Pipeline}", CommitState.Invalid, run.Error.Split('\n')[0], Url: null), token, cancellationToken);
            if (outcome.MayPass)
                return StartedRuns.Failed(outcome);
            told.Add(outcome.Fault is null ? run : run with { Error = $"{run.Error}\nThis is not shown at the commit: {outcome.Fault}" });
        }

        return new StartedRuns(told);
    }
}

/// <summary>What came of starting what a delivery triggers.</summary>
/// <param name="Runs">By pipeline or file.</param>
internal sealed record StartedRuns(IReadOnlyList<TriggeredRun> Runs)
{
    /// <summary>The host has too much to do.</summary>
    public static readonly StartedRuns Busy = new([]) { IsBusy = true };

    public bool IsBusy { get; private init; }

    /// <summary>Why it is to be tried again; null when it is not.</summary>
    public Delivery? Failure { get; private init; }

    public static StartedRuns Failed(Delivery failure) => new([]) { Failure = failure };
}
