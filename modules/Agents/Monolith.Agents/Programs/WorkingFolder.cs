using Monolith.Agents.Sdk;

namespace Monolith.Agents.Programs;

/// <summary>A folder inside the workspace, links followed.</summary>
internal static class WorkingFolder
{
    /// <exception cref="ProgramStartException">It is not there, or lies outside.</exception>
    public static string Resolve(string workspace, string? relative)
    {
        var full = Path.GetFullPath(Path.Combine(workspace, relative ?? ""));
        if (!IsInside(Path.GetFullPath(workspace), full))
            throw new ProgramStartException($"The working folder '{relative}' leaves the workspace.");
        if (!Directory.Exists(full))
            throw new ProgramStartException($"The working folder '{relative}' is not there.");
        for (var folder = new DirectoryInfo(full); folder is not null && folder.FullName.Length > workspace.Length; folder = folder.Parent)
        {
            if (folder.ResolveLinkTarget(returnFinalTarget: true) is { } target && !IsInside(Path.GetFullPath(workspace), target.FullName))
                throw new ProgramStartException($"The working folder '{relative}' is a link that leaves the workspace.");
        }

        return full;
    }

    private static bool IsInside(string workspace, string path) =>
        path == workspace || path.StartsWith(Path.TrimEndingDirectorySeparator(workspace) + Path.DirectorySeparatorChar, StringComparison.Ordinal);
}
