using Monolith.Plugins.Git.Addresses;
using Monolith.Plugins.Git.Running;

namespace Monolith.Plugins.Git.Clone;

/// <summary>Gets a repository into a new folder.</summary>
internal static class Fetch
{
    private const string AllBranches = "+refs/heads/*:refs/remotes/origin/*";

    public static Task<AgentResult?> RunAsync(
        GitProgram git, CloneRequest request, string folder, CancellationToken cancellationToken)
    {
        Directory.CreateDirectory(folder);
        return request.Commit is { } commit
            ? CommitAsync(git, request, commit, folder, cancellationToken)
            : HeadAsync(git, request, folder, cancellationToken);
    }

    // A copy of a folder goes the same way as one from a server: no hard links into the other repository.
    private static async Task<AgentResult?> HeadAsync(
        GitProgram git, CloneRequest request, string folder, CancellationToken cancellationToken)
    {
        IReadOnlyList<string> branch = request.Branch is { } name ? ["--branch", name] : [];
        return await StepAsync(
            git,
            folder,
            ["clone", "--no-local", .. branch, .. request.DepthArguments, "--", request.Address.Text, "."],
            cancellationToken);
    }

    private static async Task<AgentResult?> CommitAsync(
        GitProgram git, CloneRequest request, string commit, string folder, CancellationToken cancellationToken)
    {
        return await StepAsync(git, folder, ["init", "--quiet"], cancellationToken)
            ?? await StepAsync(git, folder, ["remote", "add", "origin", "--", request.Address.Text], cancellationToken)
            ?? await ObjectsAsync(git, request, commit, folder, cancellationToken)
            ?? await CheckOutAsync(git, request, commit, folder, cancellationToken);
    }

    // Many servers give a commit by its full name alone, which saves the rest of the history where a depth is asked for.
    private static async Task<AgentResult?> ObjectsAsync(
        GitProgram git, CloneRequest request, string commit, string folder, CancellationToken cancellationToken)
    {
        if (request.Depth is not null && RefName.IsFullCommit(commit))
        {
            var direct = await git.RunAsync(
                folder, ["fetch", "--no-tags", .. request.DepthArguments, "origin", commit], cancellationToken, log: true);
            if (direct.ExitCode == 0)
            {
                return null;
            }
        }

        return await StepAsync(git, folder, ["fetch", "--tags", "origin", AllBranches], cancellationToken);
    }

    private static async Task<AgentResult?> CheckOutAsync(
        GitProgram git, CloneRequest request, string commit, string folder, CancellationToken cancellationToken)
    {
        IReadOnlyList<string> how = request.Branch is { } branch ? ["-B", branch] : ["--detach"];
        var result = await git.RunAsync(
            folder, ["checkout", "--quiet", .. how, commit + "^{commit}", "--"], cancellationToken, log: true);
        return result.ExitCode == 0
            ? null
            : Failed.Execution($"The commit {commit} is on no branch or tag of the repository.");
    }

    private static async Task<AgentResult?> StepAsync(
        GitProgram git, string folder, IReadOnlyList<string> arguments, CancellationToken cancellationToken)
    {
        var result = await git.RunAsync(folder, arguments, cancellationToken, log: true);
        return result.ExitCode == 0 ? null : GitFailure.Of($"git {arguments[0]}", result);
    }
}
