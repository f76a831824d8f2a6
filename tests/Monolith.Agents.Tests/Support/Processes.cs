using System.Globalization;

namespace Monolith.Agents.Tests.Support;

internal static class Processes
{
    /// <summary>The ids of processes in whose command line a text stands.</summary>
    public static IReadOnlyList<int> Saying(string text) =>
        [.. Directory.EnumerateDirectories("/proc").Where(folder => CommandLine(folder).Contains(text, StringComparison.Ordinal)).Select(Id).OfType<int>()];

    private static int? Id(string folder) => int.TryParse(Path.GetFileName(folder), NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : null;

    private static string CommandLine(string folder)
    {
        try
        {
            return File.ReadAllText(Path.Combine(folder, "cmdline"));
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            return "";
        }
    }
}
