using System.Diagnostics;
using System.Globalization;

namespace Monolith.Plugins.Tests.Deployment;

/// <summary>Finds instances without the agent, by the variable that they are known by.</summary>
internal static class RealInstances
{
    public static IReadOnlyList<int> Find(string id) =>
    [
        .. Directory.EnumerateDirectories("/proc").Select(folder => Path.GetFileName(folder)!)
            .Where(name => int.TryParse(name, NumberStyles.None, CultureInfo.InvariantCulture, out _) && Holds(name, $"MONOLITH_INSTANCE={id}\0"))
            .Select(name => int.Parse(name, CultureInfo.InvariantCulture)),
    ];

    public static void Kill(string id)
    {
        foreach (var pid in Find(id))
        {
            using var process = Process.GetProcessById(pid);
            process.Kill();
            process.WaitForExit();
        }
    }

    private static bool Holds(string pid, string variable)
    {
        try
        {
            return File.ReadAllText($"/proc/{pid}/environ").Contains(variable, StringComparison.Ordinal);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }
}
