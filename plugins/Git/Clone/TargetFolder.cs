using Monolith.Plugins.Git.Info;
using Monolith.Plugins.Git.Running;

namespace Monolith.Plugins.Git.Clone;

/// <summary>
/// The folder a repository is laid into, by one rename when it is complete. A repository that an earlier execution of the
/// same stage laid there, or one without a commit, gives way; anything else in the place is left alone.
/// </summary>
internal static class TargetFolder
{
    private const string MarkFile = "monolith-stage";

    public static Outcome<string> Resolve(IAgentContext context, string path)
    {
        if (!WorkspacePath.Resolve(context, path).Try(out var full, out var failure))
        {
            return failure;
        }

        return full == Path.TrimEndingDirectorySeparator(context.Workspace)
            || WorkspacePath.IsWithin(full, Path.Combine(context.Workspace, PrivateFolder.Root))
            ? Failed.Workspace($"A repository cannot be laid into '{path}'; name a folder of its own in the workspace.")
            : full;
    }

    /// <summary>What is there, when it is a complete repository with no changed files; null otherwise.</summary>
    public static async Task<RepositoryInfo?> CleanRepositoryAsync(
        GitProgram git, string target, CancellationToken cancellationToken)
    {
        if (!HoldsRepository(target))
        {
            return null;
        }

        var status = await git.RunAsync(target, ["status", "--porcelain", "--untracked-files=no"], cancellationToken);
        return status.ExitCode == 0 && string.IsNullOrWhiteSpace(status.StandardOutput)
            && (await RepositoryInfo.ReadAsync(git, target, cancellationToken)).Try(out var info, out _)
            ? info
            : null;
    }

    public static async Task<AgentResult?> LayAsync(
        IAgentContext context, GitProgram git, string complete, string target, CancellationToken cancellationToken)
    {
        if (!await MayGiveWayAsync(context, git, target, cancellationToken))
        {
            return Failed.Workspace(
                $"'{WorkspacePath.Relative(context, target)}' already holds something that this stage did not lay there.");
        }

        await File.WriteAllTextAsync(Path.Combine(complete, ".git", MarkFile), Mark(context), cancellationToken);
        if (Directory.Exists(target))
        {
            Directory.Move(target, Path.Combine(git.PrivateFolder, "replaced"));
        }

        Directory.CreateDirectory(Path.GetDirectoryName(target)!);
        Directory.Move(complete, target);
        Folders.Delete(Path.Combine(git.PrivateFolder, "replaced"));
        return null;
    }

    private static async Task<bool> MayGiveWayAsync(
        IAgentContext context, GitProgram git, string target, CancellationToken cancellationToken)
    {
        if (File.Exists(target))
        {
            return false;
        }

        if (Folders.IsMissingOrEmpty(target))
        {
            return true;
        }

        if (!HoldsRepository(target))
        {
            return false;
        }

        var mark = Path.Combine(target, ".git", MarkFile);
        if (File.Exists(mark) && await File.ReadAllTextAsync(mark, cancellationToken) == Mark(context))
        {
            return true;
        }

        var commit = await git.RunAsync(target, ["rev-parse", "--verify", "--quiet", "HEAD^{commit}"], cancellationToken);
        return commit.ExitCode != 0;
    }

    private static bool HoldsRepository(string target) => Directory.Exists(Path.Combine(target, ".git"));

    private static string Mark(IAgentContext context) => $"{context.StageId} {context.Action}\n";
}
