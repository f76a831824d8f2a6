namespace Monolith.Plugins.E2e.Runner;

/// <summary>Programs of this machine.</summary>
internal static class Tools
{
    private static readonly string[] ChromiumNames = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome", "msedge"];

    public static string? Chromium => ChromiumNames.Select(OnPath).FirstOrDefault(path => path is not null);

    public static string? OnPath(string name) => (Environment.GetEnvironmentVariable("PATH") ?? "")
        .Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
        .SelectMany(folder => OperatingSystem.IsWindows() ? [Path.Combine(folder, name + ".exe")] : new[] { Path.Combine(folder, name) })
        .FirstOrDefault(File.Exists);
}
