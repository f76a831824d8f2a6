namespace Monolith.Plugins.Integration.Repositories;

/// <summary>Moves a branch by one atomic step that fails when somebody moved it since.</summary>
internal static class BranchMove
{
    /// <summary>Asks git whether the files could go along; changes nothing.</summary>
    public static async Task TryOutAsync(Repository repository, TargetBranch branch, string to, CancellationToken cancellationToken)
    {
        if (branch.IsCheckedOut && (await repository.TryAsync(["read-tree", "-n", "-m", "-u", branch.Commit, to], cancellationToken)) is { ExitCode: not 0 } refused)
        {
            throw StageEndException.Workspace($"Files in the folder stand in the way of '{branch.Name}': {refused.LastLines()}");
        }
    }

    public static async Task MoveAsync(Repository repository, TargetBranch branch, string to, string reason, CancellationToken cancellationToken)
    {
        var moved = await repository.TryAsync(["update-ref", "-m", reason, branch.Ref, to, branch.Commit], cancellationToken);
        if (moved.ExitCode != 0)
        {
            throw new StageEndException(AgentResult.Failure(
                AgentErrorCodes.WorkspaceError, $"The branch '{branch.Name}' was moved by somebody else meanwhile; it was left alone. {moved.LastLines(2)}", retryable: true));
        }

        await FollowAsync(repository, branch, to, cancellationToken);
    }

    /// <summary>Brings the files of a branch that is checked out after it. They were as committed before.</summary>
    public static async Task FollowAsync(Repository repository, TargetBranch branch, string to, CancellationToken cancellationToken)
    {
        if (branch.IsCheckedOut)
        {
            await repository.AskAsync(["reset", "--quiet", "--hard", to], cancellationToken);
        }
    }
}
