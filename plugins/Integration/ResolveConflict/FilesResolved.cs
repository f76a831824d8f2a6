using Monolith.Plugins.Integration.Conflicts;
using Monolith.Plugins.Integration.Repositories;
using Monolith.Plugins.Integration.Resolving;

namespace Monolith.Plugins.Integration.ResolveConflict;

/// <summary>Writes resolved files where they lie and stages them. Each file is laid by one rename.</summary>
internal static class FilesResolved
{
    private const int AtOnce = 200;

    public static async Task WriteAsync(
        Repository repository, IReadOnlyList<ConflictedFile> files, IReadOnlyDictionary<string, Resolution> resolutions, CancellationToken cancellationToken)
    {
        var texts = files.Where(file => file.Text is not null).ToList();
        foreach (var file in texts.Where(file => file.Conflicts.Count > 0))
        {
            Lay(FilesInConflict.PlaceOf(repository, file.Path.Path), file.Text!.With([.. file.Conflicts.Select(conflict => resolutions[conflict.Id].Of(conflict.Hunk!))]));
        }

        foreach (var some in texts.Select(file => file.Path.Path).Chunk(AtOnce))
        {
            await repository.AskAsync(["--literal-pathspecs", "add", "--", .. some], cancellationToken);
        }

        foreach (var file in files.Where(file => file.Text is null))
        {
            await WholeAsync(repository, file.Path.Path, resolutions[file.Conflicts[0].Id].Of(file.Path), cancellationToken);
        }
    }

    private static void Lay(string file, byte[] content)
    {
        var made = file + ".monolith";
        File.WriteAllBytes(made, content);
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(made, File.GetUnixFileMode(file));
        }

        File.Move(made, file, overwrite: true);
    }

    private static async Task WholeAsync(Repository repository, string path, IndexEntry? entry, CancellationToken cancellationToken)
    {
        if (entry is null)
        {
            File.Delete(FilesInConflict.PlaceOf(repository, path));
            await repository.AskAsync(["update-index", "--force-remove", "--", path], cancellationToken);
            return;
        }

        await repository.AskAsync(["update-index", "--add", "--cacheinfo", $"{entry.Mode},{entry.Id},{path}"], cancellationToken);
        if (!entry.IsSubmodule)
        {
            await repository.AskAsync(["checkout-index", "--force", "--index", "--", path], cancellationToken);
        }
    }
}
