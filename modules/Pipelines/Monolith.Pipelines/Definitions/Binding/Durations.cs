using System.Globalization;
using System.Text.RegularExpressions;
using System.Xml;

namespace Monolith.Pipelines.Definitions.Binding;

/// <summary>Durations as people write them: <c>500ms</c>, <c>30s</c>, <c>1h30m</c>, or ISO 8601 (<c>PT10M</c>).</summary>
internal static partial class Durations
{
    private static readonly TimeSpan Longest = TimeSpan.FromDays(30);

    /// <returns>Null when it is no duration, not positive, or longer than 30 days.</returns>
    public static TimeSpan? Parse(string text)
    {
        var duration = text.StartsWith('P') ? Iso(text) : Units(text);
        return duration > TimeSpan.Zero && duration <= Longest ? duration : null;
    }

    /// <returns>As a definition would have it: <c>1h30m</c>.</returns>
    public static string Format(TimeSpan duration)
    {
        (long Count, string Unit)[] parts =
        [
            (duration.Days, "d"), (duration.Hours, "h"), (duration.Minutes, "m"), (duration.Seconds, "s"), (duration.Milliseconds, "ms"),
        ];
        return string.Concat(parts.Where(part => part.Count > 0).Select(part => string.Create(CultureInfo.InvariantCulture, $"{part.Count}{part.Unit}")));
    }

    private static TimeSpan? Units(string text)
    {
        var match = Pattern().Match(text);
        if (!match.Success || text.Length > 40)
            return null;

        // Added up as a number: a sum of time spans may be more than one holds.
        var milliseconds = (((((((Part("d") * 24) + Part("h")) * 60) + Part("m")) * 60) + Part("s")) * 1000) + Part("ms");
        return milliseconds <= Longest.TotalMilliseconds ? TimeSpan.FromMilliseconds(milliseconds) : null;

        double Part(string unit) => match.Groups[unit].Success ? double.Parse(match.Groups[unit].Value, CultureInfo.InvariantCulture) : 0;
    }

    private static TimeSpan? Iso(string text)
    {
        try
        {
            return XmlConvert.ToTimeSpan(text);
        }
        catch (Exception wrong) when (wrong is FormatException or OverflowException)
        {
            return null;
        }
    }

    [GeneratedRegex(@"^(?=.)((?<d>\d{1,9})d)?((?<h>\d{1,9})h)?((?<m>\d{1,9})m)?((?<s>\d{1,9}(\.\d{1,3})?)s)?((?<ms>\d{1,9})ms)?$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Pattern();
}
