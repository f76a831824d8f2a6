using System.Globalization;
using Monolith.Plugins.Integration.Repositories;

namespace Monolith.Plugins.Integration.Conflicts;

/// <summary>Reads the conflicts of a merge that git has just tried in an isolated tree, from what it stored and not from the files it laid.</summary>
internal sealed class MergedConflicts
{
    // Where git keeps the tree of its own attempt, files with markers in it.
    private const string AttemptedTree = "AUTO_MERGE";
    private const int AtOnce = 200;

    private readonly Repository tree;
    private readonly int markerSize;
    private readonly IReadOnlyDictionary<string, string> attempted;
    private readonly IReadOnlyDictionary<string, byte[]> contents;

    private MergedConflicts(
        Repository tree, int markerSize, IReadOnlyDictionary<string, string> attempted, IReadOnlyDictionary<string, byte[]> contents) =>
        (this.tree, this.markerSize, this.attempted, this.contents) = (tree, markerSize, attempted, contents);

    public static async Task<IReadOnlyList<ConflictedFile>> ReadAsync(Repository tree, int markerSize, CancellationToken cancellationToken)
    {
        var paths = await UnmergedIndex.ReadAsync(tree, cancellationToken);
        var texts = paths.Where(path => path.MayBeText).ToList();
        var attempted = await AttemptedAsync(tree, texts, cancellationToken);
        var sides = texts.SelectMany(path => new[] { path.Ours, path.Theirs, path.Base }).Where(entry => entry is { IsFile: true }).Select(entry => entry!.Id);
        var contents = await ObjectStore.ReadAsync(tree, attempted.Values.Concat(sides), cancellationToken);
        var reading = new MergedConflicts(tree, markerSize, attempted, contents);
        var files = new List<ConflictedFile>();
        foreach (var path in paths)
        {
            files.Add(attempted.ContainsKey(path.Path) ? await reading.FileAsync(path, cancellationToken) : ConflictedFile.Whole(path));
        }

        return files;
    }

    private static async Task<Dictionary<string, string>> AttemptedAsync(Repository tree, List<ConflictedPath> paths, CancellationToken cancellationToken)
    {
        var attempted = new Dictionary<string, string>();
        foreach (var some in paths.Select(path => path.Path).Chunk(AtOnce))
        {
            var listed = await tree.AskAsync(["--literal-pathspecs", "ls-tree", "-z", AttemptedTree, "--", .. some], cancellationToken);
            foreach (var line in listed.Split('\0', StringSplitOptions.RemoveEmptyEntries))
            {
                attempted[line[(line.IndexOf('\t') + 1)..]] = line[..line.IndexOf('\t')].Split(' ')[2];
            }
        }

        return attempted;
    }

    private async Task<ConflictedFile> FileAsync(ConflictedPath path, CancellationToken cancellationToken)
    {
        var marked = contents[attempted[path.Path]];
        var (text, size) = (HunkParser.Parse(marked, markerSize), markerSize);
        if (text is not { Hunks.Count: > 0 } && await OwnSizeAsync(path, cancellationToken) is { } own)
        {
            (text, size) = (HunkParser.Parse(marked, own), own);
        }

        if (text is not { Hunks.Count: > 0 })
        {
            return ConflictedFile.Whole(path);
        }

        var (ours, theirs) = (contents[path.Ours!.Id], contents[path.Theirs!.Id]);
        var common = path.Base is { IsFile: true } known ? contents[known.Id] : [];
        return MarkerLine.IsIn(ours, size) || MarkerLine.IsIn(theirs, size) || MarkerLine.IsIn(common, size)
            ? throw new MarkerCollisionException(path.Path)
            : ConflictedFile.InHunks(path, LastLine.Restore(text, common, ours, theirs));
    }

    // What the repository's own attributes say wins over the size that the merge was asked to use.
    private async Task<int?> OwnSizeAsync(ConflictedPath path, CancellationToken cancellationToken)
    {
        var told = await tree.AskAsync(["check-attr", "-z", "conflict-marker-size", "--", path.Path], cancellationToken);
        return told.Split('\0') is [_, _, var size, ..] && int.TryParse(size, NumberStyles.None, CultureInfo.InvariantCulture, out var own) && own > 0
            ? own
            : null;
    }
}
