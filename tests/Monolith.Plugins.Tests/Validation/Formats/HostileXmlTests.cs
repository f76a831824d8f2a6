using Monolith.Plugins.Validation.Checks;
using Monolith.Plugins.Validation.Coverage;
using Monolith.Plugins.Validation.TestResults;

namespace Monolith.Plugins.Tests.Validation.Formats;

public sealed class HostileXmlTests : IDisposable
{
    private const string Laughs = """
        <?xml version="1.0"?>
        <!DOCTYPE {0} [
          <!ENTITY a "ha">
          <!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;"><!ENTITY d "&c;&c;&c;&c;&c;&c;&c;&c;&c;&c;">
        ]>
        <{0}><sources><source>&d;</source></sources></{0}>
        """;

    private const string Outside = """
        <!DOCTYPE {0} [ <!ENTITY file SYSTEM "file:///etc/passwd"> ]>
        <{0}><sources><source>&file;</source></sources></{0}>
        """;

    private static readonly Dictionary<string, Action<string>> Readers = new()
    {
        ["coverage"] = path => CoberturaReport.Read(path),
        ["TestRun"] = path => TrxReport.Read(path),
        ["testsuites"] = path => JunitReport.Read(path),
    };

    private readonly TestWorkspace workspace = new();

    public void Dispose() => workspace.Dispose();

    [Theory]
    [InlineData("coverage", Laughs)]
    [InlineData("TestRun", Laughs)]
    [InlineData("testsuites", Laughs)]
    [InlineData("coverage", Outside)]
    [InlineData("TestRun", Outside)]
    [InlineData("testsuites", Outside)]
    [InlineData("coverage", "<coverage><packages>")]
    [InlineData("TestRun", "<TestRun>")]
    [InlineData("testsuites", "")]
    [InlineData("testsuites", "<coverage/>")]
    [InlineData("coverage", "<testsuites/>")]
    public void Read_HostileOrCutOff_IsRefused(string root, string text)
    {
        var path = workspace.Write("report.xml", text.Replace("{0}", root, StringComparison.Ordinal));

        var fault = Assert.Throws<UnreadableReportException>(() => Readers[root](path));

        Assert.Contains("report.xml", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Cobertura_NamesTheProjectsDtd_IsReadWithoutFetchingIt()
    {
        var path = workspace.Write("report.xml", """
            <!DOCTYPE coverage SYSTEM "http://127.0.0.1:1/coverage-04.dtd">
            <coverage><packages><package><classes><class filename="a.js"><lines><line number="1" hits="1"/></lines></class></classes></package></packages></coverage>
            """);

        Assert.Equal(100, CoverageTotals.Of(CoberturaReport.Read(path)).LinePercent);
    }
}
