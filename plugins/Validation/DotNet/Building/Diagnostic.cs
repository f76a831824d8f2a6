using System.Text.RegularExpressions;
using Monolith.Plugins.Validation.Checks;

namespace Monolith.Plugins.Validation.DotNet.Building;

/// <summary>An error or warning in the form that all of MSBuild's tools print.</summary>
internal sealed partial record Diagnostic(bool IsError, string Origin, string Code, string Text)
{
    public override string ToString() => Origin.Length > 0 ? $"{Origin}: {Code}: {Text}" : $"{Code}: {Text}";

    public Finding Finding()
    {
        var place = Place().Match(Origin);
        return new Finding(Code, IsError ? FindingLevel.Error : FindingLevel.Warning, Text)
        {
            File = place.Success ? place.Groups["file"].Value.Replace('\\', '/') : null,
            Line = place.Success && int.TryParse(place.Groups["line"].ValueSpan, out var line) ? line : null,
        };
    }

    /// <summary>Each once, although builds print them as they come and again at the end.</summary>
    public static IReadOnlyList<Diagnostic> InOutput(string output, string folder) =>
        [.. output.Split('\n').Select(line => InLine(line, folder)).OfType<Diagnostic>().Distinct()];

    private static Diagnostic? InLine(string line, string folder)
    {
        var match = Line().Match(line);
        return match.Success
            ? new Diagnostic(
                match.Groups["kind"].Value == "error",
                match.Groups["origin"].Value.Replace(folder + Path.DirectorySeparatorChar, "", StringComparison.Ordinal),
                match.Groups["code"].Value,
                match.Groups["text"].Value)
            : null;
    }

    [GeneratedRegex(
        @"^\s*(?<origin>.*?)\s*:\s+(?<kind>error|warning)\s+(?<code>[A-Za-z]+[0-9]+)\s*:\s+(?<text>.*?)(\s+\[[^\[\]]+\])?\s*$",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Line();

    [GeneratedRegex(@"^(?<file>[^()]+\.[A-Za-z]+)(\((?<line>[0-9]{1,7})[0-9,-]*\))?$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Place();
}
