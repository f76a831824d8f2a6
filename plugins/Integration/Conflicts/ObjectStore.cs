using System.Globalization;
using Monolith.Plugins.Integration.Repositories;

namespace Monolith.Plugins.Integration.Conflicts;

/// <summary>Files of the repository as they are stored, with no conversion of line ends or filters on the way.</summary>
internal static class ObjectStore
{
    private const int AtOnce = 500;

    /// <summary>By id. Laid by git as the numbered files of an empty tree of their own, where no attributes are, all by two programs.</summary>
    public static async Task<IReadOnlyDictionary<string, byte[]>> ReadAsync(Repository tree, IEnumerable<string> wanted, CancellationToken cancellationToken)
    {
        var ids = wanted.Distinct().ToList();
        if (ids.Count == 0)
        {
            return new Dictionary<string, byte[]>();
        }

        var folder = Path.Combine(PrivateFolder.Keep(tree.Context, "integration"), "objects");
        Folders.Delete(folder);
        Directory.CreateDirectory(Path.Combine(folder, "files"));
        var environment = new Dictionary<string, string?>
        {
            ["GIT_INDEX_FILE"] = Path.Combine(folder, "index"),
            ["GIT_DIR"] = await tree.AskAsync(["rev-parse", "--absolute-git-dir"], cancellationToken),
            ["GIT_WORK_TREE"] = Path.Combine(folder, "files"),
        };
        var laid = tree.In(Path.Combine(folder, "files"));
        foreach (var some in ids.Index().Chunk(AtOnce))
        {
            var entries = some.SelectMany(id => new[] { "--cacheinfo", string.Create(CultureInfo.InvariantCulture, $"100644,{id.Item},{id.Index}") });
            await laid.AskAsync(["update-index", "--add", .. entries], cancellationToken, environment: environment);
        }

        await laid.AskAsync(["checkout-index", "--all", "--force"], cancellationToken, environment: environment);
        var read = ids.Index().ToDictionary(
            id => id.Item, id => File.ReadAllBytes(Path.Combine(folder, "files", id.Index.ToString(CultureInfo.InvariantCulture))));
        Folders.Delete(folder);
        return read;
    }

    /// <returns>The ids, in order.</returns>
    public static async Task<IReadOnlyList<string>> WriteAsync(Repository tree, IReadOnlyList<byte[]> contents, CancellationToken cancellationToken)
    {
        var folder = Path.Combine(PrivateFolder.Keep(tree.Context, "integration"), "objects");
        Folders.Delete(folder);
        Directory.CreateDirectory(folder);
        var ids = new List<string>();
        foreach (var some in contents.Index().Chunk(AtOnce))
        {
            var files = new List<string>();
            foreach (var (index, content) in some)
            {
                files.Add(Path.Combine(folder, index.ToString(CultureInfo.InvariantCulture)));
                await File.WriteAllBytesAsync(files[^1], content, cancellationToken);
            }

            var written = await tree.AskAsync(["hash-object", "-w", "--no-filters", "--", .. files], cancellationToken);
            ids.AddRange(written.Split('\n', StringSplitOptions.TrimEntries));
        }

        Folders.Delete(folder);
        return ids;
    }
}
