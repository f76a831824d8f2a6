using System.Runtime.InteropServices;

namespace Monolith.Plugins.Tests.E2e;

internal static class Programs
{
    /// <summary>Where a program lies that the tests cannot do without.</summary>
    public static string Find(string name) => Environment.GetEnvironmentVariable("PATH")!.Split(Path.PathSeparator)
        .Select(folder => Path.Combine(folder, name)).First(File.Exists);

    /// <summary>The one that came with the package, which fits it; a distribution's may be too old.</summary>
    public static string Node => Path.Combine(
        Environment.GetEnvironmentVariable("NUGET_PACKAGES") ?? Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".nuget", "packages"),
        "microsoft.playwright", "1.64.1", ".playwright", "node", $"linux-{RuntimeInformation.OSArchitecture.ToString().ToLowerInvariant()}", "node");
}
