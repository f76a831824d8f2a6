namespace Monolith.Plugins.Scaffold.Materials;

/// <summary>What of a project that is there a model may see: no links, nothing hidden, nothing built or fetched.</summary>
internal static class ExistingProject
{
    private const long MostBytes = 100_000;

    private static readonly HashSet<string> Made = new(StringComparer.OrdinalIgnoreCase) { "bin", "obj", "node_modules", "dist", "__pycache__", "vendor" };

    public static IEnumerable<(string Path, Func<byte[]> Read)> Files(string folder) => In(new DirectoryInfo(folder), "");

    private static IEnumerable<(string, Func<byte[]>)> In(DirectoryInfo folder, string prefix)
    {
        // Hidden files are where keys and passwords lie.
        var entries = folder.EnumerateFileSystemInfos()
            .Where(entry => entry.LinkTarget is null && !entry.Name.StartsWith('.'))
            .OrderBy(entry => entry.Name, StringComparer.Ordinal)
            .ToList();
        foreach (var file in entries.OfType<FileInfo>())
            yield return (prefix + file.Name, () => file.Length > MostBytes ? [0] : File.ReadAllBytes(file.FullName));
        foreach (var inner in entries.OfType<DirectoryInfo>().Where(inner => !Made.Contains(inner.Name)).SelectMany(inner => In(inner, $"{prefix}{inner.Name}/")))
            yield return inner;
    }
}
