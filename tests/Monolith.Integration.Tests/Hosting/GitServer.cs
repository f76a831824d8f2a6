using System.Diagnostics;

namespace Monolith.Integration.Tests.Hosting;

/// <summary>The sample application's repository, served as from another machine: stages see none of this one's folders.</summary>
internal sealed class GitServer : IDisposable
{
    private readonly TestFolder folder = new();
    private readonly int port = FreePort.Find();
    private readonly Process server;

    public GitServer()
    {
        var work = Directory.CreateDirectory(folder["work"]).FullName;
        Git(work, "init", "-q", "-b", "main");
        foreach (var commit in Directory.EnumerateDirectories(Path.Combine(Built.Samples, "web-app", "commits")).Order(StringComparer.Ordinal))
        {
            Git(work, $"--work-tree={commit}", "add", "--ignore-removal", ".");
            Git(work, "-c", "user.name=Ada", "-c", "user.email=ada@localhost", "commit", "-q", "-m", Path.GetFileName(commit));
        }

        Git(folder.Path, "clone", "-q", "--bare", work, folder["shop.git"]);
        server = Process.Start("git", ["daemon", "--listen=127.0.0.1", $"--port={port}", $"--base-path={folder.Path}", "--export-all", "--enable=receive-pack", folder.Path]);
    }

    public string Repository => $"git://127.0.0.1:{port}/shop.git";

    /// <returns>What it says of itself, such as the answer to <c>log --format=%s main</c>.</returns>
    public string Ask(params string[] words) => Git(folder["shop.git"], words);

    public void Dispose()
    {
        server.Kill(entireProcessTree: true);
        server.WaitForExit();
        server.Dispose();
        folder.Dispose();
    }

    private static string Git(string at, params string[] words)
    {
        using var git = Process.Start(new ProcessStartInfo("git", words) { WorkingDirectory = at, RedirectStandardOutput = true })!;
        var said = git.StandardOutput.ReadToEnd();
        git.WaitForExit();
        return git.ExitCode == 0 ? said : throw new InvalidOperationException($"git {string.Join(' ', words)} ended with {git.ExitCode}.");
    }
}
