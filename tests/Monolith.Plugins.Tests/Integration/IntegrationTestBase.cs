using System.Diagnostics;
using Monolith.Plugins.Integration;

namespace Monolith.Plugins.Tests.Integration;

/// <summary>A repository in <c>source</c> with the branch main checked out, and the agent to run on it.</summary>
public abstract class IntegrationTestBase : IDisposable
{
    protected IntegrationTestBase()
    {
        Directory.CreateDirectory(Source);
        Git("init", "--quiet", "--initial-branch=main");
    }

    protected TestWorkspace Workspace { get; } = new();

    protected ScriptedModels Models { get; } = new();

    /// <summary>The stage's environment.</summary>
    protected Dictionary<string, string> Variables { get; } = [];

    protected string Source => Workspace.At("source");

    public void Dispose()
    {
        Workspace.Dispose();
        GC.SuppressFinalize(this);
    }

    protected string Git(params string[] arguments) => RealGit.Run(Source, arguments);

    /// <summary>Writes files, or deletes those without content, and commits them on a branch, which is made where it is missing.</summary>
    protected void Commit(string branch, string message, params (string Path, string? Text)[] files) =>
        CommitBytes(branch, message, [.. files.Select(file => (file.Path, file.Text is null ? null : System.Text.Encoding.UTF8.GetBytes(file.Text)))]);

    protected void CommitBytes(string branch, string message, params (string Path, byte[]? Content)[] files)
    {
        On(branch);
        foreach (var (path, content) in files)
        {
            var file = Path.Combine(Source, path);
            if (content is null)
            {
                File.Delete(file);
                continue;
            }

            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            File.WriteAllBytes(file, content);
        }

        Git("add", "--all");
        Git("commit", "--quiet", "--allow-empty", "--message", message);
    }

    protected void On(string branch)
    {
        if (File.ReadAllText(Path.Combine(Source, ".git", "HEAD")).Trim() != "ref: refs/heads/" + branch)
        {
            Git(File.Exists(Path.Combine(Source, ".git", "refs", "heads", branch)) ? ["checkout", "--quiet", branch] : ["checkout", "--quiet", "-b", branch]);
        }
    }

    protected TestContext Context(string action, string parameters, AgentApproval? decision = null, params (string Name, string Value)[] secrets) => new()
    {
        Action = action,
        Workspace = Workspace.Folder,
        Parameters = Stage.Json(parameters),
        Decision = decision,
        Environment = Variables,
        Models = Models,
        KnownSecrets = secrets.ToDictionary(secret => secret.Name, secret => secret.Value),
    };

    protected Task<AgentResult> RunAsync(string action, string parameters, AgentApproval? decision = null) =>
        Stage.RunAsync(new IntegrationAgent(), Context(action, parameters, decision));

    protected string Tip(string branch) => Git("rev-parse", $"refs/heads/{branch}");

    protected byte[] Bytes(string path) => File.ReadAllBytes(Path.Combine(Source, path));

    protected string Text(string path) => File.ReadAllText(Path.Combine(Source, path));

    /// <summary>Adds a file on main and another on feature; main is checked out.</summary>
    protected void Diverge()
    {
        Commit("main", "First", ("a.txt", "one"));
        Commit("feature", "Feature", ("b.txt", "feature"));
        On("main");
        Commit("main", "Main", ("c.txt", "main"));
    }

    /// <summary>Merges feature as a person does, up to its conflicts.</summary>
    protected void Stop()
    {
        using var merge = Process.Start(new ProcessStartInfo("git", ["-c", "user.name=Ada", "-c", "user.email=ada@example.org", "merge", "--quiet", "feature"])
        {
            WorkingDirectory = Source,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        merge.WaitForExit();
        Assert.Equal(1, merge.ExitCode);
    }

    /// <summary>All that belongs to the repository beside its objects: settings, branches, working trees, index, files.</summary>
    protected string Everything() => string.Join(
        '\n', Git("show-ref"), Git("symbolic-ref", "HEAD"), Git("status", "--porcelain", "--ignored"), Git("worktree", "list"), File.ReadAllText(Path.Combine(Source, ".git", "config")),
        string.Join('\n', Directory.EnumerateFileSystemEntries(Path.Combine(Source, ".git")).Select(Path.GetFileName).Where(name => name is not ("index" or "worktrees")).Order()));
}
