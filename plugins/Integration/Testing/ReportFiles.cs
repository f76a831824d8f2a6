using System.Xml;
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
        using var reader = XmlReader.Create(file, new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, CheckCharacters = false });
        reader.MoveToContent();
        return reader.LocalName == "TestRun" ? TrxReport.Read(file) : JunitReport.Read(file);
    }
}
