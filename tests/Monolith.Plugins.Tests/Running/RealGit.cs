using System.Diagnostics;

namespace Monolith.Plugins.Tests.Running;

/// <summary>Repositories that tests make without the agent.</summary>
public static class RealGit
{
    public static string Run(string folder, params string[] arguments)
    {
        var start = new ProcessStartInfo("git", arguments)
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var (name, value) in new[]
        {
            ("GIT_CONFIG_GLOBAL", "/dev/null"), ("GIT_CONFIG_NOSYSTEM", "1"),
            ("GIT_AUTHOR_NAME", "Ada"), ("GIT_AUTHOR_EMAIL", "ada@example.org"),
            ("GIT_COMMITTER_NAME", "Ada"), ("GIT_COMMITTER_EMAIL", "ada@example.org"),
        })
        {
            start.Environment[name] = value;
        }

        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEnd();
        var error = process.StandardError.ReadToEnd();
        process.WaitForExit();
        Assert.True(process.ExitCode == 0, $"git {string.Join(' ', arguments)}: {error}");
        return output.Trim();
    }

    /// <summary>Two commits on main, one on the branch feature, a tag v1 on the first.</summary>
    public static string Make(string folder)
    {
        Directory.CreateDirectory(folder);
        Run(folder, "init", "--quiet", "--initial-branch=main");
        Commit(folder, "a.txt", "one", "First");
        Run(folder, "tag", "v1");
        Commit(folder, "a.txt", "two", "Second\n\nWith a body.");
        Run(folder, "checkout", "--quiet", "-b", "feature");
        Commit(folder, "b.txt", "feature", "Feature");
        Run(folder, "checkout", "--quiet", "main");
        return folder;
    }

    public static string Commit(string folder, string file, string text, string message)
    {
        File.WriteAllText(Path.Combine(folder, file), text);
        Run(folder, "add", "--all");
        Run(folder, "commit", "--quiet", "--message", message);
        return Run(folder, "rev-parse", "HEAD");
    }
}
