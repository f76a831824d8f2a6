using Monolith.Agents.Sdk;

namespace Monolith.Agents.Programs;

/// <summary>Finds a folder inside the workspace, links followed.</summary>
internal static class WorkspacePath
{
    private const int MostLinks = 40;
    private static readonly StringComparison Comparison =
        OperatingSystem.IsLinux() ? StringComparison.Ordinal : StringComparison.OrdinalIgnoreCase;

    /// <exception cref="ProgramStartException">It lies outside the workspace, or is no folder.</exception>
    public static string Resolve(string workspace, string? folder)
    {
        var root = Path.GetFullPath(workspace);
        var path = Path.GetFullPath(Path.Combine(root, folder ?? ""));
        if (!IsInside(root, path) || !IsInside(Real(root), Real(path)))
            throw new ProgramStartException($"The working folder '{folder}' lies outside the workspace.");
        return Directory.Exists(path)
            ? path
            : throw new ProgramStartException($"The working folder '{folder ?? workspace}' does not exist.");
    }

    private static bool IsInside(string root, string path) =>
        path.Equals(root, Comparison)
        || path.StartsWith(Path.TrimEndingDirectorySeparator(root) + Path.DirectorySeparatorChar, Comparison);

    /// <summary>The path with every link on its way followed. What does not exist stays as it is.</summary>
    private static string Real(string path)
    {
        var links = 0;
        var real = Path.GetPathRoot(path)!;
        var open = new Stack<string>(Parts(path));
        while (open.TryPop(out var part))
        {
            var next = Path.Combine(real, part);
            if (new DirectoryInfo(next).LinkTarget is not { } target)
            {
                real = next;
                continue;
            }

            if (++links > MostLinks)
                throw new ProgramStartException($"The folder '{path}' goes through too many links.");
            // From the root once more, since the target may itself lead through links.
            target = Path.GetFullPath(Path.Combine(real, target));
            real = Path.GetPathRoot(target)!;
            foreach (var targetPart in Parts(target))
                open.Push(targetPart);
        }

        return real;
    }

    private static IEnumerable<string> Parts(string path) =>
        Path.GetRelativePath(Path.GetPathRoot(path)!, path)
            .Split(Path.DirectorySeparatorChar, StringSplitOptions.RemoveEmptyEntries)
            .Where(part => part != ".")
            .Reverse();
}
