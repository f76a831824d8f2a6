namespace Monolith.Plugins.Kit;

/// <summary>Paths that stages name. None may leave the workspace, not through a link either.</summary>
internal static class WorkspacePath
{
    private const int MostLinks = 40;

    /// <summary>The absolute path, whether or not something is there.</summary>
    public static Outcome<string> Resolve(IAgentContext context, string path)
    {
        if (path.Contains('\0'))
        {
            return Failed.Validation("A path cannot hold a null character.");
        }

        var full = Path.TrimEndingDirectorySeparator(Path.GetFullPath(path, context.Workspace));
        return IsWithin(Follow(full, MostLinks), Follow(Path.GetFullPath(context.Workspace), MostLinks))
            ? full
            : Failed.Workspace($"'{path}' lies outside the workspace.");
    }

    /// <summary>The absolute path of a folder that is there.</summary>
    public static Outcome<string> ResolveFolder(IAgentContext context, string path)
    {
        if (!Resolve(context, path).Try(out var full, out var failure))
        {
            return failure;
        }

        return Directory.Exists(full) ? full : Failed.Workspace($"There is no folder '{path}' in the workspace.");
    }

    /// <summary>Relative to the workspace, with forward slashes.</summary>
    public static string Relative(IAgentContext context, string path) =>
        Path.GetRelativePath(context.Workspace, path).Replace('\\', '/');

    public static bool IsWithin(string path, string folder) =>
        path == folder || path.StartsWith(folder + Path.DirectorySeparatorChar, StringComparison.Ordinal);

    private static string Follow(string path, int linksLeft)
    {
        var current = Path.GetPathRoot(path)!;
        foreach (var segment in path[current.Length..].Split(Path.DirectorySeparatorChar, StringSplitOptions.RemoveEmptyEntries))
        {
            current = Path.Combine(current, segment);
            if (new FileInfo(current).LinkTarget is not { } target)
            {
                continue;
            }

            if (linksLeft == 0)
            {
                throw new IOException($"Too many links on the way to '{path}'.");
            }

            current = Follow(Path.GetFullPath(target, Path.GetDirectoryName(current)!), --linksLeft);
        }

        return current;
    }
}
