using System.Globalization;
using System.Text;
using System.Xml;
using System.Xml.Linq;
using Monolith.Plugins.Validation.Checks;

namespace Monolith.Plugins.Validation.Reporting;

/// <summary>The report as JUnit, for what shows test results: a suite for each check and one for the gates. What is unknown is an error.</summary>
internal static class JunitRunReport
{
    public static void Write(RunReport report, string path)
    {
        List<XElement> suites =
        [
            .. report.Sections.Select(Suite),
            Suite("gates", report.Gates.Select(gate => Case("gates", gate.ToString(), gate.Status, Actual(gate))), report.At),
        ];
        using var writer = XmlWriter.Create(path, new XmlWriterSettings { Indent = true, Encoding = new UTF8Encoding(false) });
        new XElement("testsuites", new XAttribute("name", "validation"), Sum(suites, "tests"), Sum(suites, "failures"), Sum(suites, "errors"), suites)
            .WriteTo(writer);
    }

    private static XElement Suite(Section section)
    {
        var name = $"{section.Stage}.{section.Kind}.{section.Check}";
        return Suite(name, section.Findings.Select(finding => Case(name, finding)).Prepend(Case(name, section.Check, section.Status, section.Message ?? "")), section.At);
    }

    private static XElement Suite(string name, IEnumerable<XElement> cases, DateTimeOffset at)
    {
        var list = cases.ToList();
        return new XElement(
            "testsuite", new XAttribute("name", Clean(name)), new XAttribute("tests", list.Count),
            new XAttribute("failures", list.Count(one => one.Element("failure") is not null)),
            new XAttribute("errors", list.Count(one => one.Element("error") is not null)),
            new XAttribute("skipped", 0), new XAttribute("timestamp", at.UtcDateTime.ToString("s", CultureInfo.InvariantCulture)), list);
    }

    private static XElement Case(string suite, string name, CheckStatus status, string message) => status switch
    {
        CheckStatus.Failed => Case(suite, name, new XElement("failure", new XAttribute("message", Clean(message.Split('\n')[0])), Clean(message))),
        CheckStatus.Unknown => Case(suite, name, new XElement("error", new XAttribute("message", Clean($"unknown: {message.Split('\n')[0]}")), Clean(message))),
        _ => Case(suite, name, null),
    };

    // A warning is told and fails nothing.
    private static XElement Case(string suite, Finding finding)
    {
        var place = finding.File is null ? "" : $" {finding.File}{(finding.Line is { } line ? $":{line}" : "")}";
        var text = finding.Advice is { } advice ? $"{finding.Message}\n{advice}" : finding.Message;
        return Case(suite, $"{finding.Rule}{place} {finding.Message.Split('\n')[0].Cut(120)}", finding.Level == FindingLevel.Error
            ? new XElement("failure", new XAttribute("message", Clean(finding.Message.Split('\n')[0])), Clean(text))
            : new XElement("system-out", Clean($"{finding.Level.Text()}: {text}")));
    }

    private static XElement Case(string suite, string name, XElement? said) =>
        new("testcase", new XAttribute("classname", Clean(suite)), new XAttribute("name", Clean(name)), said);

    private static string Actual(ReportGate gate) =>
        string.Create(CultureInfo.InvariantCulture, $"{gate.Metric} {(gate.Actual is { } actual ? $"is {actual}" : "was not measured")}");

    private static XAttribute Sum(List<XElement> suites, string name) => new(name, suites.Sum(suite => (int)suite.Attribute(name)!));

    // What tools print may hold characters that XML has no way to write.
    private static string Clean(string text)
    {
        var clean = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            clean.Append(rune.Value > 0xFFFF || XmlConvert.IsXmlChar((char)rune.Value) ? rune.ToString() : "\uFFFD");
        }

        return clean.ToString();
    }
}
