using Monolith.Plugins.Validation.Checks;
using Monolith.Plugins.Validation.Coverage;

namespace Monolith.Plugins.Tests.Validation.Formats;

public sealed class CoverageFormatTests : IDisposable
{
    private readonly TestWorkspace workspace = new();

    public void Dispose() => workspace.Dispose();

    [Fact]
    public void Lcov_OfNode_AgreesWithItsOwnSummary()
    {
        var lines = LcovReport.Read(RecordedFile.At("node.lcov"), "/repo");

        // The report says 4 of 10 lines of the one file and 6 of 6 of the other, and 6 of 6 branches.
        Assert.Equal(new CoverageTotals(62.5, 100), CoverageTotals.Of(lines));
        Assert.Contains(lines, line => line.Key == new LineKey("/repo/price.js", 4) && !line.Value.Covered);
    }

    [Fact]
    public void Cobertura_OfCoveragePy_AgreesWithItsOwnSummary()
    {
        var lines = CoberturaReport.Read(RecordedFile.At("python.cobertura.xml"));

        Assert.Equal(new CoverageTotals(50, 0), CoverageTotals.Of(lines));
        Assert.All(lines, line => Assert.Equal("/repo/price.py", line.Key.File));
    }

    [Fact]
    public void GoProfile_LinesOfBlocks_AreCountedOnce()
    {
        var lines = GoCoverProfile.Read(RecordedFile.At("go-coverage.out"));

        // Of 13 lines in blocks 6 ran: lines 5 to 10.
        Assert.Equal(6, lines.Where(line => line.Value.Covered).Select(line => line.Key).Distinct().Count());
        Assert.All(lines, line => Assert.Equal("example.com/shop/price/price.go", line.Key.File));
    }

    [Fact]
    public void UncoveredFiles_OfNode_NamesTheFileAndTheLines()
    {
        var finding = Assert.Single(UncoveredFiles.Of(LcovReport.Read(RecordedFile.At("node.lcov"), "/repo"), "/repo"));

        Assert.Equal(("price.js", "No test runs 6 of its 10 lines."), (finding.File, finding.Message));
    }

    [Theory]
    [InlineData("SF:a.js\nDA:1,1\n", "cut off")]
    [InlineData("", "cut off or empty")]
    [InlineData("SF:a.js\nDA:1,x\nend_of_record\n", "DA:1,x")]
    [InlineData("SF:a.js\nDA:99999999999999999999,1\nend_of_record\n", "DA:9999")]
    public void Lcov_CutOffOrOdd_IsRefused(string text, string says) =>
        Refused(() => LcovReport.Read(workspace.Write("c.info", text), "/repo"), says);

    [Theory]
    [InlineData("", "mode:")]
    [InlineData("mode: set\na.go:1.2,3", "a.go:1.2,3")]
    [InlineData("mode: set\na.go:9.1,1.1 1 1", "a.go:9.1")]
    [InlineData("mode: set\na.go:1.1,9999999.1 1 1", "a.go:1.1")]
    public void GoProfile_CutOffOrOdd_IsRefused(string text, string says) =>
        Refused(() => GoCoverProfile.Read(workspace.Write("c.out", text)), says);

    [Fact]
    public void Report_TooLarge_IsRefusedUnread()
    {
        var path = workspace.At("huge.xml");
        using (var file = File.Create(path))
        {
            file.SetLength(ToolReport.MostBytes + 1);
        }

        Refused(() => CoberturaReport.Read(path), "at most are read");
        Refused(() => LcovReport.Read(path, "/repo"), "at most are read");
    }

    [Fact]
    public void Report_ThatIsALink_IsRefused()
    {
        File.CreateSymbolicLink(workspace.At("link.xml"), RecordedFile.At("python.cobertura.xml"));

        Refused(() => CoberturaReport.Read(workspace.At("link.xml")), "is not there");
    }

    private static void Refused(Action read, string says) =>
        Assert.Contains(says, Assert.Throws<UnreadableReportException>(read).Message, StringComparison.Ordinal);
}
