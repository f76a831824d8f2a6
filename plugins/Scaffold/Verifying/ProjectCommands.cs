namespace Monolith.Plugins.Scaffold.Verifying;

/// <summary>What builds and tests a project, found by its files.</summary>
internal static class ProjectCommands
{
    private static readonly string[] Quiet = ["--nologo", "-v", "quiet", "-clp:NoSummary", "-p:UseSharedCompilation=false"];

    /// <param name="paths">Of all files that are planned or there, relative to the project.</param>
    public static IReadOnlyList<IReadOnlyList<string>> Find(IReadOnlyCollection<string> paths) =>
        DotNet(paths) is { Count: > 0 } dotnet ? dotnet
        : paths.Contains("package.json") ? [["npm", "install", "--no-audit", "--no-fund"], ["npm", "run", "build", "--if-present"], ["npm", "test", "--if-present"]]
        : paths.Contains("go.mod") ? [["go", "build", "./..."], ["go", "test", "./..."]]
        : paths.Contains("pyproject.toml") ? [["python3", "-m", "compileall", "-q", "."]]
        : [];

    private static IReadOnlyList<IReadOnlyList<string>> DotNet(IReadOnlyCollection<string> paths)
    {
        var solutions = paths.Where(path => !path.Contains('/', StringComparison.Ordinal) && Ends(path, ".slnx", ".sln")).ToList();
        var targets = solutions.Count > 0 ? solutions : [.. paths.Where(path => Ends(path, ".csproj", ".fsproj", ".vbproj"))];
        // 'dotnet test' of projects without tests does nothing, after it has built them once more.
        var hasTests = paths.Any(path => path.Contains("test", StringComparison.OrdinalIgnoreCase));
        return
        [
            .. targets.Order(StringComparer.Ordinal).Select(IReadOnlyList<string> (target) => ["dotnet", "build", target, .. Quiet]),
            .. hasTests ? targets.Order(StringComparer.Ordinal).Select(IReadOnlyList<string> (target) => ["dotnet", "test", target, "--no-build", "--nologo"]) : [],
        ];
    }

    private static bool Ends(string path, params string[] endings) => endings.Any(ending => path.EndsWith(ending, StringComparison.OrdinalIgnoreCase));
}
