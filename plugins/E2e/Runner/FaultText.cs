using System.Text.RegularExpressions;

namespace Monolith.Plugins.E2e.Runner;

/// <summary>Playwright's messages without colours and without the many lines of a log that repeats itself.</summary>
internal static partial class FaultText
{
    private const int MostLines = 12;

    public static string Of(Exception fault)
    {
        var lines = Colours().Replace(fault.Message, "").Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Select(line => line.TrimEnd()).Where(line => line.Trim().Length > 0).ToList();
        return string.Join('\n', lines.Take(MostLines));
    }

    [GeneratedRegex(@"\x1B\[[0-9;]*m")]
    private static partial Regex Colours();
}
