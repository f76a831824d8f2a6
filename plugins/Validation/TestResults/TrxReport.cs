using System.Xml.Linq;
using Monolith.Plugins.Validation.Checks;

namespace Monolith.Plugins.Validation.TestResults;

/// <summary>Reads test results in the TRX format. They are counted one by one: the summary of a report leaves out skipped ones.</summary>
internal static class TrxReport
{
    private static readonly XNamespace Team = "http://microsoft.com/schemas/VisualStudio/TeamTest/2010";

    public static TestCounts Read(string path)
    {
        var results = XmlReport.Load(path, "TestRun").Descendants(Team + "Results").Elements(Team + "UnitTestResult").ToList();
        return new TestCounts(
            results.Count(result => Outcome(result) == "Passed"),
            results.Count(result => Outcome(result) is "NotExecuted" or "NotRunnable" or "Inconclusive"),
            [.. results.Where(HasFailed).Select(Failure)]);
    }

    private static string Outcome(XElement result) => (string?)result.Attribute("outcome") ?? "Failed";

    private static bool HasFailed(XElement result) => Outcome(result) is not ("Passed" or "NotExecuted" or "NotRunnable" or "Inconclusive");

    private static FailedTest Failure(XElement result) => new(
        (string?)result.Attribute("testName") ?? "?",
        result.Descendants(Team + "Message").FirstOrDefault()?.Value.Trim() ?? $"It ended as {Outcome(result)}.");
}
