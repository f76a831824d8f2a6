using Microsoft.Extensions.Logging;

namespace Monolith.Operations.Logs.Levels;

/// <summary>Levels as the log's lines name them, and as the settings do.</summary>
internal static class LevelNames
{
    private static readonly Dictionary<string, LogLevel> Known = new(StringComparer.OrdinalIgnoreCase)
    {
        ["trace"] = LogLevel.Trace,
        ["debug"] = LogLevel.Debug,
        ["info"] = LogLevel.Information,
        ["information"] = LogLevel.Information,
        ["warn"] = LogLevel.Warning,
        ["warning"] = LogLevel.Warning,
        ["error"] = LogLevel.Error,
        ["fatal"] = LogLevel.Critical,
        ["critical"] = LogLevel.Critical,
        ["none"] = LogLevel.None,
    };

    public const string Listing = "trace, debug, info, warn, error, fatal, none";

    public static LogLevel? Find(string? name) => name is not null && Known.TryGetValue(name, out var level) ? level : null;

    public static string Of(LogLevel level) => Known.First(known => known.Value == level).Key;
}
