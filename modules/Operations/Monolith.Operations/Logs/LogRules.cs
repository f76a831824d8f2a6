using Microsoft.Extensions.Logging;
using Monolith.Kernel;

namespace Monolith.Operations.Logs;

/// <summary>What the section <c>Logging</c> may say.</summary>
internal static class LogRules
{
    private static readonly string[] Formats = ["text", "json"];

    public static readonly IReadOnlyList<SettingRule> All =
    [
        new("Logging:Format", format => Formats.Contains(format) ? null : $"'{format}' is none of {string.Join(", ", Formats)}."),
        new("Logging:LogLevel", level => IsLevel(level) ? null : $"'{level}' is none of {string.Join(", ", Enum.GetNames<LogLevel>())}."),
    ];

    private static bool IsLevel(string text) => Enum.GetNames<LogLevel>().Contains(text, StringComparer.OrdinalIgnoreCase);
}
