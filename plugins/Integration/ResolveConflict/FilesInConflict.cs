using Monolith.Plugins.Integration.Conflicts;
using Monolith.Plugins.Integration.Repositories;

namespace Monolith.Plugins.Integration.ResolveConflict;

/// <summary>
/// Reads the conflicts of a merge that somebody began, from the files as they lie there: what was resolved by hand already stays. A file without
/// markers counts as resolved, as it does for git.
/// </summary>
internal static class FilesInConflict
{
    private const int LooksForBinary = 8_000;

    public static async Task<IReadOnlyList<ConflictedFile>> ReadAsync(
        Repository repository, IReadOnlyList<ConflictedPath> paths, CancellationToken cancellationToken)
    {
        var attributes = await ConflictAttributes.ReadAsync(repository, paths, cancellationToken);
        var sides = paths.Where(path => path.MayBeText).SelectMany(path => new[] { path.Ours, path.Theirs, path.Base })
            .Where(entry => entry is { IsFile: true }).Select(entry => entry!.Id);
        var contents = await ObjectStore.ReadAsync(repository, sides, cancellationToken);
        return [.. paths.Select(path => Read(repository, path, attributes, contents))];
    }

    private static ConflictedFile Read(
        Repository repository, ConflictedPath path, ConflictAttributes attributes, IReadOnlyDictionary<string, byte[]> contents)
    {
        var file = PlaceOf(repository, path.Path);
        if (!path.MayBeText || attributes.NotMerged.Contains(path.Path) || !File.Exists(file))
        {
            return ConflictedFile.Whole(path);
        }

        var (ours, theirs) = (contents[path.Ours!.Id], contents[path.Theirs!.Id]);
        var common = path.Base is { IsFile: true } known ? contents[known.Id] : [];
        if (IsBinary(ours) || IsBinary(theirs) || IsBinary(common))
        {
            return ConflictedFile.Whole(path);
        }

        var size = attributes.MarkerSize[path.Path];
        if (MarkerLine.IsIn(ours, size) || MarkerLine.IsIn(theirs, size) || MarkerLine.IsIn(common, size))
        {
            throw StageEndException.Workspace(
                $"'{path.Path}' has lines of its own that look like conflict markers. Resolve it by hand, or merge with merge_branch, which chooses other markers.");
        }

        return HunkParser.Parse(File.ReadAllBytes(file), size) is { } text
            ? ConflictedFile.InHunks(path, LastLine.Restore(text, common, ours, theirs))
            : throw StageEndException.Workspace($"The conflict markers in '{path.Path}' do not follow each other as git writes them. Mend them first.");
    }

    /// <summary>A link on the way must not lead out of the workspace.</summary>
    public static string PlaceOf(Repository repository, string path) =>
        WorkspacePath.Resolve(repository.Context, Path.Combine(repository.Folder, path)).Try(out var file, out var failure)
            ? file
            : throw new StageEndException(failure);

    private static bool IsBinary(byte[] content) => content.AsSpan(0, Math.Min(content.Length, LooksForBinary)).Contains((byte)0);
}
