using System.Globalization;
using Monolith.Plugins.Integration.Repositories;

namespace Monolith.Plugins.Integration.Conflicts;

/// <summary>Reads the conflicts of a merge that git has just tried in an isolated tree, from what it stored and not from the files it laid.</summary>
internal static class MergedConflicts
{
    // Where git keeps the tree of its own attempt, files with markers in it.
    private const string AttemptedTree = "AUTO_MERGE";

    public static async Task<IReadOnlyList<ConflictedFile>> ReadAsync(Repository tree, int markerSize, CancellationToken cancellationToken)
    {
        var files = new List<ConflictedFile>();
        foreach (var path in await UnmergedIndex.ReadAsync(tree, cancellationToken))
        {
            files.Add(path.MayBeText ? await FileAsync(tree, path, markerSize, cancellationToken) : ConflictedFile.Whole(path));
        }

        return files;
    }

    private static async Task<ConflictedFile> FileAsync(Repository tree, ConflictedPath path, int markerSize, CancellationToken cancellationToken)
    {
        var attempted = await tree.TryAsync(["rev-parse", "--verify", "--quiet", $"{AttemptedTree}:{path.Path}"], cancellationToken);
        if (attempted.ExitCode != 0)
        {
            return ConflictedFile.Whole(path);
        }

        var marked = await ObjectStore.ReadAsync(tree, attempted.StandardOutput.Trim(), cancellationToken);
        var (text, size) = (HunkParser.Parse(marked, markerSize), markerSize);
        if (text is not { Hunks.Count: > 0 } && await OwnSizeAsync(tree, path, cancellationToken) is { } own)
        {
            (text, size) = (HunkParser.Parse(marked, own), own);
        }

        if (text is not { Hunks.Count: > 0 })
        {
            return ConflictedFile.Whole(path);
        }

        var ours = await ObjectStore.ReadAsync(tree, path.Ours!.Id, cancellationToken);
        var theirs = await ObjectStore.ReadAsync(tree, path.Theirs!.Id, cancellationToken);
        var common = path.Base is { IsFile: true } known ? await ObjectStore.ReadAsync(tree, known.Id, cancellationToken) : [];
        return MarkerLine.IsIn(ours, size) || MarkerLine.IsIn(theirs, size) || MarkerLine.IsIn(common, size)
            ? throw new MarkerCollisionException(path.Path)
            : ConflictedFile.InHunks(path, LastLine.Restore(text, common, ours, theirs));
    }

    // What the repository's own attributes say wins over the size that the merge was asked to use.
    private static async Task<int?> OwnSizeAsync(Repository tree, ConflictedPath path, CancellationToken cancellationToken)
    {
        var told = await tree.AskAsync(["check-attr", "-z", "conflict-marker-size", "--", path.Path], cancellationToken);
        return told.Split('\0') is [_, _, var size, ..] && int.TryParse(size, NumberStyles.None, CultureInfo.InvariantCulture, out var own) && own > 0
            ? own
            : null;
    }
}
