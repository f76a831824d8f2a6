using Monolith.Plugins.Git.Running;
using Monolith.Plugins.Integration.Conflicts;
using Monolith.Plugins.Integration.Repositories;
using Monolith.Plugins.Integration.Resolving;

namespace Monolith.Plugins.Integration.Merge;

/// <summary>One try of the merge, by git itself. The tree stands at the target's commit.</summary>
internal sealed class MergeWork(Repository tree, MergeRequest request, Settlement settlement, int markerSize)
{
    public MergeReport Report { get; } = new();

    public async Task DoAsync(CancellationToken cancellationToken)
    {
        if (await tree.IsAncestorAsync(request.Source, request.Target.Commit, cancellationToken))
        {
            return;
        }

        await (request.Strategy switch
        {
            MergeRequest.FastForward => FastForwardAsync(cancellationToken),
            MergeRequest.Squash => SquashAsync(cancellationToken),
            MergeRequest.Rebase => RebaseAsync(cancellationToken),
            _ => MergeAsync(cancellationToken),
        });
    }

    private async Task FastForwardAsync(CancellationToken cancellationToken)
    {
        if (!await tree.IsAncestorAsync(request.Target.Commit, request.Source, cancellationToken))
        {
            throw StageEndException.Execution(
                $"'{request.Target.Name}' has commits that '{request.SourceName}' has not, so it cannot be moved ahead. Use the strategy merge, squash or rebase.");
        }

        await tree.AskAsync(["checkout", "--quiet", "--detach", request.Source], cancellationToken);
    }

    private async Task MergeAsync(CancellationToken cancellationToken)
    {
        await TryAsync(["merge", "--no-ff", "--no-commit", "--no-verify", request.Source], request.Author.Environment, cancellationToken);
        await CommitAsync(cancellationToken);
    }

    private async Task SquashAsync(CancellationToken cancellationToken)
    {
        await TryAsync(["merge", "--squash", request.Source], request.Author.Environment, cancellationToken);
        if (await HasStagedAsync(cancellationToken))
        {
            await CommitAsync(cancellationToken);
        }
    }

    private async Task RebaseAsync(CancellationToken cancellationToken)
    {
        await tree.AskAsync(["checkout", "--quiet", "--detach", request.Source], cancellationToken);
        var environment = request.Author.CommitterEnvironment;
        var conflict = await TryAsync(["rebase", "--merge", "--no-autosquash", "--empty=drop", request.Target.Commit], environment, cancellationToken);
        while (conflict)
        {
            // A commit whose changes the target has already, once they are resolved, is left out.
            var go = await HasStagedAsync(cancellationToken) ? "--continue" : "--skip";
            conflict = await TryAsync(["rebase", go], environment, cancellationToken);
        }
    }

    private Task<string> CommitAsync(CancellationToken cancellationToken) => tree.AskAsync(
        ["commit", "--quiet", "--no-verify", "--cleanup=whitespace", $"--message={request.Message}"], cancellationToken, environment: request.Author.Environment);

    private async Task<bool> HasStagedAsync(CancellationToken cancellationToken) =>
        (await tree.TryAsync(["diff", "--cached", "--quiet", "--no-ext-diff", "HEAD"], cancellationToken)).ExitCode != 0;

    /// <returns>Whether it stopped at conflicts, which are resolved by now.</returns>
    private async Task<bool> TryAsync(IReadOnlyList<string> arguments, IReadOnlyDictionary<string, string?> environment, CancellationToken cancellationToken)
    {
        var result = await tree.TryAsync([.. await SettingsAsync(cancellationToken), .. arguments], cancellationToken, log: true, environment);
        if (result.ExitCode == 0)
        {
            return false;
        }

        var files = await MergedConflicts.ReadAsync(tree, markerSize, cancellationToken);
        if (files.Count == 0)
        {
            throw new StageEndException(GitFailure.Of($"git {arguments[0]}", result));
        }

        var resolutions = await settlement.SettleAsync(files, cancellationToken);
        await ResolvedIndex.WriteAsync(tree, files, resolutions, markerSize, cancellationToken);
        Report.Add(files, resolutions);
        return true;
    }

    private async Task<IReadOnlyList<string>> SettingsAsync(CancellationToken cancellationToken)
    {
        var attributes = Path.Combine(PrivateFolder.Keep(tree.Context, "integration"), "attributes");
        await File.WriteAllTextAsync(attributes, FormattableString.Invariant($"* conflict-marker-size={markerSize}\n"), cancellationToken);
        return
        [
            "-c", $"core.attributesFile={attributes}", "-c", "merge.conflictStyle=zdiff3", "-c", "merge.renames=true", "-c", "merge.directoryRenames=conflict",
            "-c", "rerere.enabled=false", "-c", "merge.verifySignatures=false", "-c", "rebase.autoStash=false", "-c", "rebase.updateRefs=false",
        ];
    }
}
