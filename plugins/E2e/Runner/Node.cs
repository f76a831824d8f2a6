#pragma warning disable MONO007 // This is the runner, a program of its own that the agent starts by context.Programs.

using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;
using Microsoft.Playwright;

namespace Monolith.Plugins.E2e.Runner;

/// <summary>Playwright's driver is a program for Node.js. The plugin does not bring one, for it is larger than all the rest.</summary>
internal static class Node
{
    private const string Variable = "PLAYWRIGHT_NODEJS_PATH";
    private const int Oldest = 20;

    /// <summary>Tells Playwright which one to use: the one that is set, else the machine's, else the one of the package's restore.</summary>
    public static void Choose()
    {
        if (Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } || Directory.Exists(Path.Combine(AppContext.BaseDirectory, ".playwright", "node")))
            return;
        var chosen = Tools.OnPath("node") is { } found && IsNewEnough(found) ? found : OfPackage();
        Environment.SetEnvironmentVariable(Variable, chosen ?? throw new RunnerException(
            $"The browsers are driven through Node.js, and there is no 'node' of version {Oldest} or newer on PATH. Install it, or name it in {Variable}."));
    }

    private static bool IsNewEnough(string node)
    {
        using var asked = Process.Start(new ProcessStartInfo(node, "--version") { RedirectStandardOutput = true })!;
        var version = asked.StandardOutput.ReadToEnd().Trim().TrimStart('v').Split('.')[0];
        asked.WaitForExit();
        return int.TryParse(version, NumberStyles.None, CultureInfo.InvariantCulture, out var major) && major >= Oldest;
    }

    // Where the host was built from source, or the package was restored for anything else.
    private static string? OfPackage()
    {
        var packages = Environment.GetEnvironmentVariable("NUGET_PACKAGES") is { Length: > 0 } set
            ? set
            : Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".nuget", "packages");
        var version = typeof(IPlaywright).Assembly.GetName().Version!.ToString(3);
        var architecture = RuntimeInformation.OSArchitecture == Architecture.Arm64 ? "arm64" : "x64";
        var (platform, name) = OperatingSystem.IsWindows() ? ("win32_x64", "node.exe")
            : OperatingSystem.IsMacOS() ? ($"darwin-{architecture}", "node")
            : ($"linux-{architecture}", "node");
        var path = Path.Combine(packages, "microsoft.playwright", version, ".playwright", "node", platform, name);
        return File.Exists(path) ? path : null;
    }
}
