using System.Globalization;
using System.Text.RegularExpressions;
using Monolith.Plugins.Validation.Checks;

namespace Monolith.Plugins.Validation.Coverage;

/// <summary>
/// Reads what <c>go test -coverprofile</c> writes: blocks of statements, with how often each ran. A line that several blocks
/// share ran when one of them did.
/// </summary>
internal static partial class GoCoverProfile
{
    private const int MostLinesOfABlock = 100_000;

    /// <exception cref="UnreadableReportException">It is no such profile, or it is cut off.</exception>
    public static IReadOnlyList<KeyValuePair<LineKey, LineCoverage>> Read(string path)
    {
        using var reader = new StreamReader(ToolReport.Open(path));
        if (reader.ReadLine() is not { } mode || !mode.StartsWith("mode: ", StringComparison.Ordinal))
        {
            throw new UnreadableReportException(path, "does not begin with 'mode:'");
        }

        var lines = new List<KeyValuePair<LineKey, LineCoverage>>();
        while (reader.ReadLine() is { } line)
        {
            var match = Block().Match(line);
            if (!match.Success || Number(match, 3) is var last && (last < Number(match, 2) || last - Number(match, 2) > MostLinesOfABlock))
            {
                throw new UnreadableReportException(path, $"has a line that is none of a profile: {line.Cut(80)}");
            }

            var covered = Number(match, 4) > 0;
            for (var number = Number(match, 2); number <= last; number++)
            {
                lines.Add(KeyValuePair.Create(new LineKey(match.Groups[1].Value, number), new LineCoverage(covered, 0, 0)));
            }
        }

        return lines;
    }

    private static int Number(Match match, int group) => int.Parse(match.Groups[group].ValueSpan, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^(.+):([0-9]{1,7})\.[0-9]+,([0-9]{1,7})\.[0-9]+ [0-9]+ ([0-9]{1,9})$", RegexOptions.CultureInvariant)]
    private static partial Regex Block();
}
