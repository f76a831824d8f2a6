using System.Xml.Linq;

/// What the test projects left behind. A project without results, or one that ended before its end, is a failure too:
/// a test that did not run has not passed.
public sealed record TestCount(int Passed, int Failed, int Skipped, IReadOnlyList<string> Failures)
{
    public bool IsGood => Failed == 0 && Passed > 0;

    public string Line => $"{Passed} passed, {Failed} failed" + (Skipped > 0 ? $", {Skipped} skipped" : "");

    public static TestCount operator +(TestCount one, TestCount other) => new(
        one.Passed + other.Passed, one.Failed + other.Failed, one.Skipped + other.Skipped, [.. one.Failures, .. other.Failures]);

    public static TestCount Of(string project, string file)
    {
        if (!System.IO.File.Exists(file))
        {
            return Fault(project, "left no results");
        }

        var trx = XDocument.Load(file).Root;
        var tests = Named(trx, "UnitTestResult").ToLookup(test => test.Attribute("outcome")?.Value);
        var failed = tests.Where(outcome => outcome.Key is not ("Passed" or "NotExecuted")).SelectMany(outcome => outcome).ToList();
        var counted = new TestCount(tests["Passed"].Count(), failed.Count, tests["NotExecuted"].Count(), [.. failed.Select(Describe)]);
        return Named(trx, "ResultSummary").Single().Attribute("outcome")?.Value != "Completed" && failed.Count == 0
            ? counted + Fault(project, $"broke off: {FirstLines(Named(trx, "RunInfo").Where(info => info.Attribute("outcome")?.Value == "Error"), 2)}")
            : tests.Count == 0 ? Fault(project, "ran no test") : counted;
    }

    private static TestCount Fault(string project, string what) => new(0, 1, 0, [$"{project}: {what}"]);

    private static string Describe(XElement test) => $"{test.Attribute("testName")?.Value}: {FirstLines(Named(test, "Message"), 12)}";

    private static string FirstLines(IEnumerable<XElement> texts, int most) =>
        string.Join("\n    ", texts.SelectMany(text => text.Value.Trim().Split('\n')).Take(most));

    private static IEnumerable<XElement> Named(XElement within, string name) =>
        within.Descendants().Where(element => element.Name.LocalName == name);
}

/// Counts, names every failure and leaves the line in summary.txt.
void CountResults(DirectoryPath results)
{
    var count = GetFiles("tests/**/*.Tests.csproj")
        .Select(project => project.GetFilenameWithoutExtension().ToString())
        .Order()
        .Select(project => TestCount.Of(project, results.CombineWithFilePath($"{project}.trx").FullPath))
        .Aggregate(new TestCount(0, 0, 0, []), (sum, next) => sum + next);

    foreach (var failure in count.Failures)
    {
        Information("FAILED {0}", failure);
    }

    Information("{0}", count.Line);
    EnsureDirectoryExists(results);
    System.IO.File.WriteAllText(results.CombineWithFilePath("summary.txt").FullPath, count.Line + "\n");
    if (!count.IsGood)
    {
        throw new CakeException(count.Line);
    }
}

/// The README's command, and the count of what it left.
void TestSolution(FilePath solution, DirectoryPath results, string configuration, bool isBuilt)
{
    EnsureDirectoryDoesNotExist(results, new DeleteDirectorySettings { Recursive = true, Force = true });
    try
    {
        DotNetTest(solution.FullPath, new DotNetTestSettings { Configuration = configuration, NoBuild = isBuilt });
    }
    finally
    {
        CountResults(results);
    }
}

/// Those that the README's command leaves out.
void RunLongTests(FilePath solution, string configuration) =>
    DotNetTest(solution.FullPath, new DotNetTestSettings { Configuration = configuration, Settings = "build/tests.long.runsettings" });

/// What people paste.
void TestDocs(DirectoryPath project, string configuration) =>
    DotNetTest(project.FullPath, new DotNetTestSettings { Configuration = configuration, Settings = "build/tests.long.runsettings", Filter = "FullyQualifiedName~.Docs." });
