using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using Monolith.Plugins.Validation.Checks;

namespace Monolith.Plugins.Validation.Go.Linting;

/// <summary>What <c>go vet -json</c> prints: for each package a line with its name and an object by package and analyzer.</summary>
internal static partial class VetReport
{
    /// <exception cref="JsonException">It is cut off or no JSON.</exception>
    public static IReadOnlyList<Finding> Parse(string output, string folder)
    {
        var json = string.Join('\n', output.Split('\n').Where(line => !line.StartsWith('#')));
        return
        [
            .. from value in JsonReport.ParseStream(json)
               where value.ValueKind == JsonValueKind.Object
               from package in value.EnumerateObject()
               where package.Value.ValueKind == JsonValueKind.Object
               from analyzer in package.Value.EnumerateObject()
               from found in analyzer.Value.AsItems()
               select Finding(analyzer.Name, found, folder),
        ];
    }

    private static Finding Finding(string analyzer, JsonElement found, string folder)
    {
        var place = Place().Match(found.Word("posn") ?? "");
        return new Finding(analyzer, FindingLevel.Warning, found.Word("message") ?? "?")
        {
            File = place.Success ? Path.GetRelativePath(folder, Path.GetFullPath(place.Groups[1].Value, folder)).Replace('\\', '/') : null,
            Line = place.Success ? int.Parse(place.Groups[2].ValueSpan, CultureInfo.InvariantCulture) : null,
        };
    }

    [GeneratedRegex("^(.+):([0-9]{1,7}):[0-9]+$", RegexOptions.CultureInvariant)]
    private static partial Regex Place();
}
