using Monolith.Plugins.Git.Addresses;
using Monolith.Plugins.Git.Running;

namespace Monolith.Plugins.Integration.Repositories;

/// <summary>A working tree and git to run in it.</summary>
internal sealed class Repository(IAgentContext context, GitProgram git, string folder)
{
    private const string DefaultFolder = "source";

    public IAgentContext Context => context;

    public string Folder => folder;

    /// <summary>Of the folder that the parameter <c>path</c> names.</summary>
    public static async Task<Repository> OpenAsync(IAgentContext context, CancellationToken cancellationToken)
    {
        var path = context.Parameters.Text("path") ?? DefaultFolder;
        if (!WorkspacePath.ResolveFolder(context, path).Try(out var folder, out var failure))
        {
            throw new StageEndException(failure);
        }

        var repository = new Repository(context, GitProgram.Prepare(context), folder);
        // Git looks for a repository in the folders above too.
        var place = await repository.TryAsync(["rev-parse", "--is-inside-work-tree", "--show-prefix"], cancellationToken);
        return place.ExitCode == 0 && place.StandardOutput.Trim() == "true"
            ? repository
            : throw StageEndException.Workspace($"'{path}' is not the top folder of a git repository with a working tree.");
    }

    /// <summary>The same repository through another working tree, or with credentials.</summary>
    public Repository In(string other) => new(context, git, other);

    public Task<ProgramResult> TryAsync(
        IReadOnlyList<string> arguments, CancellationToken cancellationToken, bool log = false, IReadOnlyDictionary<string, string?>? environment = null) =>
        git.RunAsync(folder, arguments, cancellationToken, log, environment);

    /// <summary>What git prints, without the line break at its end.</summary>
    public async Task<string> AskAsync(
        IReadOnlyList<string> arguments, CancellationToken cancellationToken, bool log = false, IReadOnlyDictionary<string, string?>? environment = null)
    {
        var result = await TryAsync(arguments, cancellationToken, log, environment);
        return result.ExitCode == 0
            ? result.StandardOutput.TrimEnd('\n')
            : throw new StageEndException(GitFailure.Of($"git {arguments.First(word => word[0] != '-' && !word.Contains('=', StringComparison.Ordinal))}", result));
    }

    /// <summary>The commit that a branch, tag, remote branch or commit id stands for.</summary>
    public async Task<string> CommitAsync(string parameter, string name, CancellationToken cancellationToken)
    {
        if (RefName.Check(parameter, name) is { } fault)
        {
            throw new StageEndException(fault);
        }

        var found = await TryAsync(["rev-parse", "--verify", "--quiet", "--end-of-options", name + "^{commit}"], cancellationToken);
        return found.ExitCode == 0
            ? found.StandardOutput.Trim()
            : throw StageEndException.Validation($"'{parameter}': the repository has no branch, tag or commit '{name}'.");
    }

    public async Task<bool> IsAncestorAsync(string ancestor, string of, CancellationToken cancellationToken) =>
        (await TryAsync(["merge-base", "--is-ancestor", ancestor, of], cancellationToken)).ExitCode == 0;

    /// <summary>The branch that is checked out; null when none is.</summary>
    public async Task<string?> BranchAsync(CancellationToken cancellationToken)
    {
        var branch = await TryAsync(["symbolic-ref", "--quiet", "--short", "HEAD"], cancellationToken);
        return branch.ExitCode == 0 ? branch.StandardOutput.Trim() : null;
    }
}
