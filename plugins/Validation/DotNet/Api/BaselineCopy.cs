using Monolith.Plugins.Validation.Checks;
using Monolith.Plugins.Validation.Toolchains;

namespace Monolith.Plugins.Validation.DotNet.Api;

/// <summary>A copy of the repository as it was at a ref, in the stage's own folder: the repository's own files stay as they are.</summary>
internal static class BaselineCopy
{
    // The folders of a run may belong to another user than the host's.
    private const string Settings = "[safe]\n\tdirectory = *\n[core]\n\tfsmonitor = false\n";

    /// <returns>The folder in the copy that corresponds to the repository's.</returns>
    public static async Task<Outcome<string>> MakeAsync(ValidationJob job, string reference, string name, CancellationToken cancellationToken)
    {
        var copy = Path.Combine(job.ReportFolder(name), "copy");
        var commit = await GitAsync(job, cancellationToken, "rev-parse", "--verify", "--quiet", "--end-of-options", $"{reference}^{{commit}}");
        if (commit.ExitCode != 0)
        {
            return Failed.Workspace($"The repository has no commit '{reference}'. Was it cloned with its history ('depth' 0)?");
        }

        var root = await GitAsync(job, cancellationToken, "rev-parse", "--show-prefix");
        var clone = await GitAsync(job, cancellationToken, "clone", "--quiet", "--shared", "--no-checkout", "--", await TopAsync(job, cancellationToken), copy);
        var checkout = clone.ExitCode == 0
            ? await GitAsync(job, cancellationToken, "-C", copy, "checkout", "--quiet", "--detach", commit.StandardOutput.Trim())
            : clone;
        if (checkout.ExitCode != 0)
        {
            return Failed.Workspace($"'{reference}' cannot be copied: {checkout.LastLines()}");
        }

        var folder = Path.GetFullPath(Path.Combine(copy, root.StandardOutput.Trim()));
        return Directory.Exists(folder) ? folder : Failed.Workspace($"At '{reference}' there is no folder '{root.StandardOutput.Trim()}'.");
    }

    private static async Task<string> TopAsync(ValidationJob job, CancellationToken cancellationToken) =>
        (await GitAsync(job, cancellationToken, "rev-parse", "--show-toplevel")).StandardOutput.Trim();

    private static async Task<ProgramResult> GitAsync(ValidationJob job, CancellationToken cancellationToken, params string[] arguments)
    {
        var settings = Path.Combine(PrivateFolder.Keep(job.Context, "validation"), "gitconfig");
        await File.WriteAllTextAsync(settings, Settings, cancellationToken);
        return await ToolProgram.RunAsync(
            job, "git", ["-c", "core.hooksPath=/dev/null", .. arguments], cancellationToken, log: false, Environment(settings));
    }

    // A person's settings, hooks and filters have no part in it.
    private static Dictionary<string, string?> Environment(string settings) => new()
    {
        ["GIT_CONFIG_NOSYSTEM"] = "1",
        ["GIT_CONFIG_GLOBAL"] = settings,
        ["GIT_TERMINAL_PROMPT"] = "0",
        ["GIT_DIR"] = null,
        ["GIT_WORK_TREE"] = null,
        ["GIT_INDEX_FILE"] = null,
        ["LC_ALL"] = "C",
    };
}
