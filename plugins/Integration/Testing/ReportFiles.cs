using System.Xml;
using System.Xml.Linq;
using Monolith.Plugins.Integration.Resolving;
using Monolith.Plugins.Validation.TestResults;

namespace Monolith.Plugins.Integration.Testing;

/// <summary>The files in which tests reported their results.</summary>
internal static class ReportFiles
{
    public static IReadOnlyList<string> Find(string folder, IReadOnlyList<string> patterns)
    {
        var wanted = patterns.Select(PathPattern.Of).ToList();
        var walk = new EnumerationOptions { RecurseSubdirectories = true, AttributesToSkip = FileAttributes.ReparsePoint };
        return wanted.Count == 0
            ? []
            : [.. Directory.EnumerateFiles(folder, "*", walk)
                .Where(file => wanted.Exists(pattern => pattern.IsMatch(Path.GetRelativePath(folder, file).Replace('\\', '/'))))
                .Order(StringComparer.Ordinal)];
    }

    public static TestCounts Read(string file)
    {
        using var reader = XmlReader.Create(
            file, new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, CheckCharacters = false });
        var root = XDocument.Load(reader).Root!;
        return root.Name.LocalName == "TestRun" ? TrxReport.Read(file) : JUnit(root);
    }

    /// <summary>Cases are counted one by one: the sums in a report differ from tool to tool.</summary>
    private static TestCounts JUnit(XElement root)
    {
        var cases = root.DescendantsAndSelf("testcase").ToList();
        var failed = cases.Where(test => test.Element("failure") is not null || test.Element("error") is not null).ToList();
        var skipped = cases.Count(test => test.Element("skipped") is not null);
        return new TestCounts(cases.Count - failed.Count - skipped, skipped, [.. failed.Select(Failure)]);
    }

    private static FailedTest Failure(XElement test)
    {
        var fault = test.Element("failure") ?? test.Element("error")!;
        return new FailedTest((string?)test.Attribute("name") ?? "?", ((string?)fault.Attribute("message") ?? fault.Value).Trim());
    }
}
