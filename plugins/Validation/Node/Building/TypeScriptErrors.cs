using System.Globalization;
using System.Text.RegularExpressions;
using Monolith.Plugins.Validation.Checks;

namespace Monolith.Plugins.Validation.Node.Building;

/// <summary>Errors as TypeScript's compiler prints them: <c>src/a.ts(3,7): error TS2322: …</c>.</summary>
internal static partial class TypeScriptErrors
{
    public static IReadOnlyList<Finding> In(string output) =>
    [
        .. output.Split('\n').Select(line => Line().Match(line)).Where(match => match.Success).Take(CheckReport.MostFindings)
            .Select(match => new Finding(match.Groups["code"].Value, FindingLevel.Error, match.Groups["text"].Value.Trim())
            {
                File = match.Groups["file"].Value,
                Line = int.Parse(match.Groups["line"].ValueSpan, CultureInfo.InvariantCulture),
            }),
    ];

    [GeneratedRegex(
        @"^(?<file>[^()]+)\((?<line>[0-9]{1,7}),[0-9]+\): error (?<code>TS[0-9]+): (?<text>.*)$",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Line();
}
