namespace Monolith.Plugins.Integration.Repositories;

/// <summary>
/// A working tree of the repository's own for one execution: its files, index and HEAD. The repository gets objects that nothing refers to,
/// and nothing else, until a branch is moved.
/// </summary>
internal sealed class IsolatedTree : IDisposable
{
    private readonly string administration;

    private IsolatedTree(Repository repository, string administration) => (Repository, this.administration) = (repository, administration);

    public Repository Repository { get; }

    public static async Task<IsolatedTree> MakeAsync(Repository of, string commit, CancellationToken cancellationToken)
    {
        var folder = Path.Combine(PrivateFolder.Keep(of.Context, "integration"), "tree");
        // Of an execution that was cut short.
        Folders.Delete(folder);
        await of.AskAsync(["worktree", "add", "--quiet", "--detach", "--force", "--", folder, commit], cancellationToken);
        var tree = of.In(folder);
        return new IsolatedTree(tree, Path.GetFullPath(await tree.AskAsync(["rev-parse", "--absolute-git-dir"], cancellationToken)));
    }

    /// <summary>Lays the files as the index has them, and nothing else: no leftovers of a conflict, no products of a build.</summary>
    public static async Task LayIndexAsync(Repository tree, CancellationToken cancellationToken)
    {
        var index = await tree.AskAsync(["write-tree"], cancellationToken);
        await tree.AskAsync(["read-tree", "--reset", "-u", index], cancellationToken);
        await tree.AskAsync(["clean", "-ffdxq"], cancellationToken);
    }

    // Without git: a stage that was cancelled can start no program, and leaves nothing behind either.
    public void Dispose()
    {
        Folders.Delete(Repository.Folder);
        Folders.Delete(administration);
    }
}
