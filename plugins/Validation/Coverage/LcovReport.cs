using System.Globalization;
using Monolith.Plugins.Validation.Checks;

namespace Monolith.Plugins.Validation.Coverage;

/// <summary>Reads coverage reports in the format of lcov, which most tools of JavaScript write.</summary>
internal static class LcovReport
{
    /// <param name="folder">What relative names of files are relative to.</param>
    /// <exception cref="UnreadableReportException">It is no such report, or it is cut off.</exception>
    public static IReadOnlyList<KeyValuePair<LineKey, LineCoverage>> Read(string path, string folder)
    {
        using var reader = new StreamReader(ToolReport.Open(path));
        var lines = new List<KeyValuePair<LineKey, LineCoverage>>();
        LcovFile? file = null;
        while (reader.ReadLine() is { } line)
        {
            if (line.StartsWith("SF:", StringComparison.Ordinal))
            {
                file = new LcovFile(Path.GetFullPath(line[3..], folder));
            }
            else if (line == "end_of_record" && file is not null)
            {
                lines.AddRange(file.Lines);
                file = null;
            }
            else if (file is not null && !Add(file, line))
            {
                throw new UnreadableReportException(path, $"has a line that is none of lcov's: {line.Cut(80)}");
            }
        }

        return file is null && lines.Count > 0 ? lines : throw new UnreadableReportException(path, "is cut off or empty");
    }

    private static bool Add(LcovFile file, string line)
    {
        var parts = line[(line.IndexOf(':') + 1)..].Split(',');
        if (line.StartsWith("DA:", StringComparison.Ordinal))
        {
            return parts.Length >= 2 && Number(parts[0]) is { } number && Number(parts[1]) is { } hits && file.Saw((int)number, hits > 0);
        }

        if (line.StartsWith("BRDA:", StringComparison.Ordinal))
        {
            return parts.Length == 4 && Number(parts[0]) is { } number && file.SawBranch((int)number, parts[3] is not ("-" or "0"));
        }

        return true;
    }

    private static long? Number(string text) =>
        long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
