using System.Globalization;
using System.Xml;
using System.Xml.Linq;
using Monolith.Plugins.E2e.Results;

namespace Monolith.Plugins.E2e.Reports;

/// <summary>The XML that build servers read. What is unknown is an error there, what is flaky a passed test.</summary>
internal static class JunitReport
{
    public static async Task<string> WriteAsync(SuiteResult suite, string folder, CancellationToken cancellationToken)
    {
        var file = Path.Combine(folder, "report.junit.xml");
        await using var writer = XmlWriter.Create(file, new XmlWriterSettings { Async = true, Indent = true, CheckCharacters = false });
        var document = new XDocument(new XElement("testsuites", suite.Scenarios
            .GroupBy(scenario => (scenario.File, scenario.Browser)).Select(group => Suite(group.Key.File, group.Key.Browser, [.. group]))));
        await document.SaveAsync(writer, cancellationToken);
        return file;
    }

    private static XElement Suite(string file, string browser, IReadOnlyList<ScenarioResult> scenarios) => new(
        "testsuite",
        new XAttribute("name", $"{file} ({browser})"),
        new XAttribute("tests", scenarios.Count),
        new XAttribute("failures", scenarios.Count(scenario => scenario.Status == Status.Failed)),
        new XAttribute("errors", scenarios.Count(scenario => scenario.Status == Status.Unknown)),
        new XAttribute("skipped", scenarios.Count(scenario => scenario.Status == Status.Skipped)),
        new XAttribute("time", Seconds(scenarios.Sum(scenario => scenario.Milliseconds))),
        scenarios.Select(Case));

    private static XElement Case(ScenarioResult scenario) => new(
        "testcase",
        new XAttribute("name", scenario.Name),
        new XAttribute("classname", $"{scenario.File}.{scenario.Browser}"),
        new XAttribute("time", Seconds(scenario.Milliseconds)),
        scenario.Status switch
        {
            Status.Failed => Outcome("failure", scenario.Reason),
            Status.Unknown => Outcome("error", scenario.Reason),
            Status.Skipped => Outcome("skipped", scenario.Reason),
            _ => null,
        });

    private static XElement Outcome(string name, string reason) => new(name, new XAttribute("message", Plain(reason.Split('\n')[0])), Plain(reason));

    // XML takes no control characters, however they are written.
    private static string Plain(string text) => new([.. text.Select(letter => XmlConvert.IsXmlChar(letter) ? letter : ' ')]);

    private static string Seconds(double milliseconds) => (milliseconds / 1_000).ToString("0.000", CultureInfo.InvariantCulture);
}
