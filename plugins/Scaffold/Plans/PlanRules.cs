using Monolith.Plugins.Scaffold.Rendering;

namespace Monolith.Plugins.Scaffold.Plans;

/// <summary>How much may be planned and written, and where.</summary>
internal static class PlanRules
{
    public const int MostFiles = 500;
    public const int MostFileBytes = 1024 * 1024;
    public const long MostBytes = 20 * 1024 * 1024;

    // With the requirements it has to fit into a stage's outputs.
    public const int MostPlanBytes = 100 * 1024;
    public const int MostRequirements = 20_000;

    // Git would run what lies in its folder, and the host reads its own.
    private static readonly string[] Private = [".git", PrivateFolder.Root];

    /// <summary>All that is wrong with the paths: each alone, and two of them together.</summary>
    public static void CheckPaths(IReadOnlyList<string> paths, List<string> faults)
    {
        var seen = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var path in paths)
        {
            if (Fault(path) is { } fault)
                faults.Add($"The path '{path.Cut(200)}' {fault}.");
            else if (!seen.Add(path))
                faults.Add($"The path '{path}' is there twice.");
        }

        foreach (var path in seen)
        {
            if (Above(path).FirstOrDefault(seen.Contains) is { } folder)
                faults.Add($"'{folder}' is a file, and '{path}' wants it as a folder.");
        }
    }

    private static string? Fault(string path) =>
        FilePath.Fault(path) ?? (path.Split('/').Any(name => Private.Contains(name, StringComparer.OrdinalIgnoreCase)) ? "lies in a private folder" : null);

    private static IEnumerable<string> Above(string path)
    {
        for (var slash = path.LastIndexOf('/'); slash > 0; slash = path.LastIndexOf('/', slash - 1))
            yield return path[..slash];
    }
}
