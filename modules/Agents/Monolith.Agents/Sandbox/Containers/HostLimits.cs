using System.Globalization;

namespace Monolith.Agents.Sandbox.Containers;

/// <summary>
/// The host's own limits, which a program without a container inherits. An engine would set some of its own, and fail where the machine allows less.
/// </summary>
internal static class HostLimits
{
    /// <summary>podman has no more itself.</summary>
    private const long MostProcesses = 32_768;

    public static IEnumerable<string> Arguments() => OperatingSystem.IsLinux()
        ? [$"--ulimit=nofile={Hard("Max open files", long.MaxValue)}", $"--ulimit=nproc={Hard("Max processes", MostProcesses)}"]
        : [];

    private static string Hard(string limit, long most)
    {
        var words = File.ReadLines("/proc/self/limits").First(line => line.StartsWith(limit, StringComparison.Ordinal))[limit.Length..].Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var hard = long.TryParse(words[1], NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? Math.Min(number, most) : most == long.MaxValue ? -1 : most;
        return string.Create(CultureInfo.InvariantCulture, $"{hard}:{hard}");
    }
}
