namespace Monolith.Plugins.CodingCli.Changes;

/// <summary>
/// The difference between two folders as a patch that <c>git apply</c> takes, without what the repository ignores. It is made in a
/// repository of its own, so that nothing of the folders' settings, hooks or filters is run.
/// </summary>
internal static class Patch
{
    /// <returns>The patch's file, or why there is none.</returns>
    public static async Task<Outcome<string>> WriteAsync(
        IAgentContext context, string privateFolder, string before, string after, CancellationToken cancellationToken)
    {
        var repository = Path.Combine(privateFolder, "diff.git");
        var patch = Path.Combine(privateFolder, "changes.patch");
        var made = await GitAsync(repository, null, "init", "--quiet", "--bare");
        var first = made.ExitCode == 0 ? await TreeAsync(before) : made;
        var second = first.ExitCode == 0 ? await TreeAsync(after) : first;
        var written = second.ExitCode == 0
            ? await GitAsync(
                repository, null, "diff", "--binary", "--no-color", "--no-ext-diff", $"--output={patch}", first.StandardOutput.Trim(), second.StandardOutput.Trim())
            : second;
        return written.ExitCode == 0 ? patch : Failed.Execution($"The changes cannot be written as a patch. {written.LastLines()}");

        async Task<ProgramResult> TreeAsync(string folder)
        {
            var added = await GitAsync(repository, folder, "add", "--all", ".");
            return added.ExitCode == 0 ? await GitAsync(repository, folder, "write-tree") : added;
        }

        Task<ProgramResult> GitAsync(string gitFolder, string? work, params string[] arguments) => context.Programs.RunAsync(
            new ProgramSpec("git", ["-c", "core.autocrlf=false", "-c", "core.excludesFile=", .. arguments])
            {
                WorkingFolder = WorkspacePath.Relative(context, work ?? privateFolder),
                LogOutput = false,
                Environment = new Dictionary<string, string?>
                {
                    ["GIT_DIR"] = gitFolder,
                    ["GIT_WORK_TREE"] = work,
                    ["GIT_CONFIG_GLOBAL"] = "/dev/null",
                    ["GIT_CONFIG_SYSTEM"] = "/dev/null",
                },
            },
            cancellationToken);
    }
}
