using System.Globalization;

namespace Monolith.Plugins.Kit;

/// <summary>Durations as text: <c>500ms</c>, <c>30s</c>, <c>5m</c>, <c>1.5h</c>; at most 30 days.</summary>
internal static class DurationText
{
    /// <summary>For the <c>pattern</c> of a JSON Schema, inside a JSON string.</summary>
    public const string Pattern = "^[0-9]{1,7}([.][0-9]{1,3})?(ms|s|m|h)$";

    // Timers take no more than some seven weeks.
    private static readonly TimeSpan Longest = TimeSpan.FromDays(30);

    public static TimeSpan? Parse(string text)
    {
        var unit = text.AsSpan().TrimStart("0123456789.");
        var digits = text.AsSpan(0, text.Length - unit.Length);
        if (!double.TryParse(digits, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var amount))
        {
            return null;
        }

        double? milliseconds = unit switch
        {
            "ms" => amount,
            "s" => amount * 1_000,
            "m" => amount * 60_000,
            "h" => amount * 3_600_000,
            _ => null,
        };
        return milliseconds <= Longest.TotalMilliseconds ? TimeSpan.FromMilliseconds(milliseconds.Value) : null;
    }

    public static string Format(TimeSpan duration) => duration.TotalMilliseconds switch
    {
        < 1_000 => Invariant($"{duration.TotalMilliseconds:0}ms"),
        < 60_000 => Invariant($"{duration.TotalSeconds:0.#}s"),
        _ => Invariant($"{duration.TotalMinutes:0.#}m"),
    };

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
