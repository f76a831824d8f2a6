using System.Xml.Linq;
using Monolith.Plugins.Validation.Checks;

namespace Monolith.Plugins.Validation.TestResults;

/// <summary>Reads test results in the format of JUnit, as pytest, node, jest and others write it. They are counted one by one.</summary>
internal static class JunitReport
{
    public static TestCounts Read(string path)
    {
        var cases = XmlReport.Load(path, "testsuites|testsuite").Descendants("testcase").ToList();
        var failed = cases.Where(test => Fault(test) is not null).ToList();
        var skipped = cases.Count(test => Fault(test) is null && test.Element("skipped") is not null);
        return new TestCounts(cases.Count - failed.Count - skipped, skipped, [.. failed.Select(Failure)]);
    }

    private static XElement? Fault(XElement test) => test.Element("failure") ?? test.Element("error");

    private static FailedTest Failure(XElement test)
    {
        var fault = Fault(test)!;
        var message = (string?)fault.Attribute("message") is { Length: > 0 } text ? text : fault.Value;
        return new FailedTest(Name(test), message.Trim());
    }

    // Node writes "test" for the class of every test, and jest the name once more.
    private static string Name(XElement test)
    {
        var (type, name) = (Text(test, "classname") ?? "", Text(test, "name") ?? "?");
        return type is "" or "test" || type == name ? name : $"{type}.{name}";
    }

    private static string? Text(XElement test, string name) => ((string?)test.Attribute(name))?.Trim();
}
