using System.Globalization;
using System.Text.RegularExpressions;
using Monolith.Plugins.Validation.Checks;

namespace Monolith.Plugins.Validation.Python.Linting;

/// <summary>What flake8 prints: <c>./shop.py:3:1: F401 'os' imported but unused</c>.</summary>
internal static partial class Flake8Lines
{
    public static IReadOnlyList<Finding> In(string output) =>
    [
        .. output.Split('\n').Select(line => Line().Match(line)).Where(match => match.Success)
            .Select(match => new Finding(
                match.Groups["code"].Value,
                match.Groups["code"].Value is ['E', '9', ..] or ['F', ..] ? FindingLevel.Error : FindingLevel.Warning,
                match.Groups["text"].Value.Trim())
            {
                File = match.Groups["file"].Value,
                Line = int.Parse(match.Groups["line"].ValueSpan, CultureInfo.InvariantCulture),
            }),
    ];

    [GeneratedRegex(
        @"^(\./)?(?<file>[^:]+):(?<line>[0-9]{1,7}):[0-9]+: (?<code>[A-Z]+[0-9]+) (?<text>.*)$",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Line();
}
