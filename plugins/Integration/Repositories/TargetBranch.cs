using Monolith.Plugins.Git.Addresses;

namespace Monolith.Plugins.Integration.Repositories;

/// <summary>The branch that is to move on, and where it stood when the stage began.</summary>
/// <param name="IsCheckedOut">Whether the files of the repository's folder go with it.</param>
internal sealed record TargetBranch(string Name, string Commit, bool IsCheckedOut)
{
    public string Ref => "refs/heads/" + Name;

    public static async Task<TargetBranch> FindAsync(Repository repository, string? name, CancellationToken cancellationToken)
    {
        if (RefName.Check("target", name) is { } fault)
        {
            throw new StageEndException(fault);
        }

        var current = await repository.BranchAsync(cancellationToken);
        if ((name ?? current) is not { } branch)
        {
            throw StageEndException.Validation("No branch is checked out, so 'target' must name one.");
        }

        var tip = await repository.TryAsync(["rev-parse", "--verify", "--quiet", $"refs/heads/{branch}^{{commit}}"], cancellationToken);
        return tip.ExitCode == 0
            ? new TargetBranch(branch, tip.StandardOutput.Trim(), branch == current)
            : throw StageEndException.Validation($"'target': the repository has no branch '{branch}' of its own.");
    }

    /// <summary>A branch whose files somebody has changed, or that lies elsewhere too, is not moved under them.</summary>
    public async Task DemandFreeAsync(Repository repository, CancellationToken cancellationToken)
    {
        var trees = (await repository.AskAsync(["worktree", "list", "--porcelain"], cancellationToken)).Split('\n');
        if (trees.Count(line => line == "branch " + Ref) > (IsCheckedOut ? 1 : 0))
        {
            throw StageEndException.Workspace($"The branch '{Name}' is checked out in another working tree too.");
        }

        if (IsCheckedOut && await repository.AskAsync(["status", "--porcelain", "--untracked-files=no"], cancellationToken) is { Length: > 0 } changed)
        {
            throw StageEndException.Workspace($"'{Name}' is checked out and has changes that are not committed:\n{changed.Cut(500)}");
        }
    }
}
