using Monolith.Plugins.Integration.Conflicts;
using Monolith.Plugins.Integration.Repositories;

namespace Monolith.Plugins.Integration.Resolving;

/// <summary>Puts resolved files into the index of an isolated tree and lays them.</summary>
internal static class ResolvedIndex
{
    public static async Task WriteAsync(
        Repository tree, IReadOnlyList<ConflictedFile> files, IReadOnlyDictionary<string, Resolution> resolutions, int markerSize,
        CancellationToken cancellationToken)
    {
        foreach (var file in files)
        {
            var path = file.Path.Path;
            var entry = file.Text is null
                ? await WholeAsync(tree, file, resolutions[file.Conflicts[0].Id], markerSize, cancellationToken)
                : await InHunksAsync(tree, file, resolutions, cancellationToken);
            await tree.AskAsync(
                entry is null ? ["update-index", "--force-remove", "--", path] : ["update-index", "--add", "--cacheinfo", $"{entry.Mode},{entry.Id},{path}"],
                cancellationToken);
        }

        await IsolatedTree.LayIndexAsync(tree, cancellationToken);
    }

    private static async Task<IndexEntry?> InHunksAsync(
        Repository tree, ConflictedFile file, IReadOnlyDictionary<string, Resolution> resolutions, CancellationToken cancellationToken)
    {
        var resolved = file.Conflicts.Select(conflict => resolutions[conflict.Id].Of(conflict.Hunk!)).ToList();
        return new IndexEntry(file.Mode!, await ObjectStore.WriteAsync(tree, file.Text!.With(resolved), cancellationToken));
    }

    // A file that both sides renamed to names of their own may hold markers too; the side that keeps its name keeps its lines.
    private static async Task<IndexEntry?> WholeAsync(
        Repository tree, ConflictedFile file, Resolution resolution, int markerSize, CancellationToken cancellationToken)
    {
        if (resolution.Of(file.Path) is not { IsFile: true } kept || file.Conflicts[0].Kind != ConflictKind.Name)
        {
            return resolution.Of(file.Path);
        }

        return HunkParser.Parse(await ObjectStore.ReadAsync(tree, kept.Id, cancellationToken), markerSize) is { Hunks.Count: > 0 } text
            ? kept with { Id = await ObjectStore.WriteAsync(tree, text.With([.. text.Hunks.Select(resolution.Of)]), cancellationToken) }
            : kept;
    }
}
