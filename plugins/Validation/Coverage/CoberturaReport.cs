using System.Globalization;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Monolith.Plugins.Validation.Checks;

namespace Monolith.Plugins.Validation.Coverage;

/// <summary>Reads coverage reports in the Cobertura format.</summary>
internal static partial class CoberturaReport
{
    public static IReadOnlyList<KeyValuePair<LineKey, LineCoverage>> Read(string path)
    {
        var report = XmlReport.Load(path, "coverage", passOverDoctype: true);
        var sources = report.Descendants("source").Select(source => source.Value.Trim()).ToList();
        return
        [
            .. from type in report.Descendants("class")
               let file = File(sources, (string?)type.Attribute("filename") ?? "")
               from line in type.Elements("lines").Elements("line")
               select KeyValuePair.Create(new LineKey(file, (int?)line.Attribute("number") ?? 0), Line(line)),
        ];
    }

    // Names are relative to one of the sources, and two projects' reports may have different ones for the same file.
    private static string File(List<string> sources, string name)
    {
        var candidates = sources.Select(source => Path.GetFullPath(Path.Combine(source, name), "/")).ToList();
        return candidates.Find(System.IO.File.Exists) ?? candidates.FirstOrDefault() ?? name;
    }

    private static LineCoverage Line(XElement line)
    {
        var branches = Branches().Match((string?)line.Attribute("condition-coverage") ?? "");
        return new LineCoverage(
            long.TryParse((string?)line.Attribute("hits"), CultureInfo.InvariantCulture, out var hits) && hits > 0,
            branches.Success ? int.Parse(branches.Groups[2].Value, CultureInfo.InvariantCulture) : 0,
            branches.Success ? int.Parse(branches.Groups[1].Value, CultureInfo.InvariantCulture) : 0);
    }

    [GeneratedRegex(@"\(([0-9]{1,6})/([0-9]{1,6})\)", RegexOptions.CultureInvariant)]
    private static partial Regex Branches();
}
