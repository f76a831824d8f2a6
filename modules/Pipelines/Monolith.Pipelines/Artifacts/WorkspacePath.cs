namespace Monolith.Pipelines.Artifacts;

/// <summary>Paths inside a workspace. A link that leads out of it counts as leaving it.</summary>
internal static class WorkspacePath
{
    /// <returns>The absolute path, or null when it lies outside the workspace.</returns>
    public static string? Resolve(string workspace, string path)
    {
        if (path.Contains('\0', StringComparison.Ordinal) || Path.IsPathRooted(path))
            return null;

        var full = Path.GetFullPath(Path.Combine(workspace, path));
        return Contains(workspace, full) && Contains(Real(workspace), Real(full)) ? full : null;
    }

    private static bool Contains(string folder, string path) =>
        path == folder || path.StartsWith(Path.TrimEndingDirectorySeparator(folder) + Path.DirectorySeparatorChar, StringComparison.Ordinal);

    /// <summary>The path with every link in it followed; parts that are not there stay as they are.</summary>
    private static string Real(string path)
    {
        var real = Path.GetPathRoot(path)!;
        foreach (var part in path[real.Length..].Split(Path.DirectorySeparatorChar, StringSplitOptions.RemoveEmptyEntries))
        {
            real = Path.Combine(real, part);
            FileSystemInfo entry = Directory.Exists(real) ? new DirectoryInfo(real) : new FileInfo(real);
            if (entry.LinkTarget is not null)
                real = entry.ResolveLinkTarget(returnFinalTarget: true)?.FullName ?? real;
        }

        return real;
    }
}
