namespace Monolith.Plugins.E2e.Runner;

/// <summary>Programs of this machine.</summary>
internal static class Tools
{
    private const string NodeVariable = "PLAYWRIGHT_NODEJS_PATH";
    private static readonly string[] ChromiumNames = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome", "msedge"];

    public static string? Chromium => ChromiumNames.Select(OnPath).FirstOrDefault(path => path is not null);

    /// <summary>Playwright's driver is a program for node. A package that brings a node of its own is used as it is.</summary>
    public static void FindNode()
    {
        if (Environment.GetEnvironmentVariable(NodeVariable) is { Length: > 0 } || Directory.Exists(Path.Combine(AppContext.BaseDirectory, ".playwright", "node")))
            return;
        Environment.SetEnvironmentVariable(NodeVariable, OnPath("node") ?? throw new RunnerException(
            "The browsers are driven through node, and there is no 'node' on PATH. Install Node.js 18 or newer, or name it in PLAYWRIGHT_NODEJS_PATH."));
    }

    private static string? OnPath(string name) => (Environment.GetEnvironmentVariable("PATH") ?? "")
        .Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
        .SelectMany(folder => OperatingSystem.IsWindows() ? [Path.Combine(folder, name + ".exe")] : new[] { Path.Combine(folder, name) })
        .FirstOrDefault(File.Exists);
}
