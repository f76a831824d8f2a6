using System.Globalization;
using System.Text.RegularExpressions;
using Monolith.Plugins.Validation.Checks;

namespace Monolith.Plugins.Validation.Go;

/// <summary>Errors as Go's compiler and vet print them: <c>./price.go:3:9: undefined: rate</c>.</summary>
internal static partial class GoErrors
{
    public static IReadOnlyList<Finding> In(string output) =>
    [
        .. output.Split('\n').Select(line => Line().Match(line)).Where(match => match.Success).Take(CheckReport.MostFindings)
            .Select(match => new Finding("compile", FindingLevel.Error, match.Groups["text"].Value.Trim())
            {
                File = match.Groups["file"].Value,
                Line = int.Parse(match.Groups["line"].ValueSpan, CultureInfo.InvariantCulture),
            }),
    ];

    [GeneratedRegex(
        @"^(vet: )?(\./)?(?<file>[^\s:]+\.go):(?<line>[0-9]{1,7})(:[0-9]+)?: (?<text>.*)$",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Line();
}
