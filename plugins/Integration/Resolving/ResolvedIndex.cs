using Monolith.Plugins.Integration.Conflicts;
using Monolith.Plugins.Integration.Repositories;

namespace Monolith.Plugins.Integration.Resolving;

/// <summary>Puts resolved files into the index of an isolated tree and lays them.</summary>
internal static class ResolvedIndex
{
    private const int AtOnce = 200;

    public static async Task WriteAsync(
        Repository tree, IReadOnlyList<ConflictedFile> files, IReadOnlyDictionary<string, Resolution> resolutions, int markerSize,
        CancellationToken cancellationToken)
    {
        var (inHunks, whole) = (files.Where(file => file.Text is not null).ToList(), files.Where(file => file.Text is null).ToList());
        var written = await ObjectStore.WriteAsync(tree, [.. inHunks.Select(file => Content(file, resolutions))], cancellationToken);
        var entries = inHunks.Zip(written, (file, id) => (file.Path.Path, Entry: (IndexEntry?)new IndexEntry(file.Mode!, id))).ToList();
        foreach (var file in whole)
        {
            entries.Add((file.Path.Path, await WholeAsync(tree, file, resolutions[file.Conflicts[0].Id], markerSize, cancellationToken)));
        }

        foreach (var gone in entries.Where(entry => entry.Entry is null).Chunk(AtOnce))
        {
            await tree.AskAsync(["update-index", "--force-remove", "--", .. gone.Select(entry => entry.Path)], cancellationToken);
        }

        foreach (var kept in entries.Where(entry => entry.Entry is not null).Chunk(AtOnce))
        {
            var words = kept.SelectMany(entry => new[] { "--cacheinfo", $"{entry.Entry!.Mode},{entry.Entry.Id},{entry.Path}" });
            await tree.AskAsync(["update-index", "--add", .. words], cancellationToken);
        }

        await IsolatedTree.LayIndexAsync(tree, cancellationToken);
    }

    private static byte[] Content(ConflictedFile file, IReadOnlyDictionary<string, Resolution> resolutions) =>
        file.Text!.With([.. file.Conflicts.Select(conflict => resolutions[conflict.Id].Of(conflict.Hunk!))]);

    // A file that both sides renamed to names of their own may hold markers too, one longer; the side that keeps its name keeps its lines.
    private static async Task<IndexEntry?> WholeAsync(
        Repository tree, ConflictedFile file, Resolution resolution, int markerSize, CancellationToken cancellationToken)
    {
        if (resolution.Of(file.Path) is not { IsFile: true } kept || file.Conflicts[0].Kind != ConflictKind.Name)
        {
            return resolution.Of(file.Path);
        }

        var content = (await ObjectStore.ReadAsync(tree, [kept.Id], cancellationToken))[kept.Id];
        return HunkParser.Parse(content, markerSize + 1) is { Hunks.Count: > 0 } text
            ? kept with { Id = (await ObjectStore.WriteAsync(tree, [text.With([.. text.Hunks.Select(resolution.Of)])], cancellationToken))[0] }
            : kept;
    }
}
