using System.Text.RegularExpressions;

namespace Monolith.Cli.Output;

/// <summary>What programs wrote, for a terminal: colours stay, whatever else commands it goes.</summary>
internal static partial class TerminalText
{
    public static string Of(string line) => Commands().Replace(line, "");

    [GeneratedRegex(@"\e\[(?![0-9;]*m)[0-?]*[ -/]*[@-~]|\e(?!\[[0-9;]*m).?|[\x00-\x08\x0b-\x1a\x1c-\x1f\x7f]")]
    private static partial Regex Commands();
}
