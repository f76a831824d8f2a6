using System.Globalization;

namespace Monolith.Cli.Output;

/// <summary>Times as people read them.</summary>
internal static class Shown
{
    public static string Time(DateTimeOffset? at) => at?.ToLocalTime().ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture) ?? "";

    public static string Seconds(double? milliseconds) =>
        milliseconds is { } ms ? string.Create(CultureInfo.InvariantCulture, $"{ms / 1000:0.0} s") : "";

    public static string Took(DateTimeOffset? from, DateTimeOffset? to) => from is { } begun && to is { } ended ? Seconds(Math.Max(0, (ended - begun).TotalMilliseconds)) : "";
}
