using System.Text.Json;
using Monolith.Plugins.Validation.TestResults;

namespace Monolith.Plugins.Tests.Validation.Formats;

public sealed class TestResultFormatTests
{
    [Fact]
    public void Junit_OfNode_IsCountedOneByOne()
    {
        var counts = JunitReport.Read(RecordedFile.At("node.junit.xml"));

        Assert.Equal((3, 1, 1), (counts.Total, counts.Passed, counts.Skipped));
        var failed = Assert.Single(counts.Failed);
        Assert.Equal("fails <here> & there", failed.Name);
        Assert.StartsWith("Expected values to be strictly equal", failed.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Junit_OfPython_CountsFailedRows()
    {
        var counts = JunitReport.Read(RecordedFile.At("python.junit.xml"));

        Assert.Equal((4, 1, 1), (counts.Total, counts.Passed, counts.Skipped));
        Assert.Equal(
            ["test_price.PriceTests.test_fails: AssertionError: 3 != 4 : broken & <odd>", "test_price.PriceTests.test_rows (n=2): AssertionError: 2 == 2"],
            counts.Failed.Select(test => $"{test.Name}: {test.Message}"));
    }

    [Theory]
    [InlineData("vitest", "vt/a.test.mjs.fails")]
    [InlineData("jest", "fails")]
    [InlineData("mocha", "fails")]
    public void Junit_OfOtherRunners_IsCountedOneByOne(string runner, string failed)
    {
        var counts = JunitReport.Read(RecordedFile.At($"{runner}.junit.xml"));

        Assert.Equal((2, 1, 0), (counts.Total, counts.Passed, counts.Skipped));
        Assert.Equal(failed, Assert.Single(counts.Failed).Name);
    }

    [Fact]
    public void GoEvents_RowsOfATest_CountInItsPlace()
    {
        var counts = GoTestEvents.Read(File.ReadLines(RecordedFile.At("go-test.jsonl")));

        Assert.Equal((4, 2, 1), (counts.Total, counts.Passed, counts.Skipped));
        var failed = Assert.Single(counts.Failed);
        Assert.Equal("example.com/shop/price.TestTotal/wrong", failed.Name);
        Assert.Contains("got 1, want 2", failed.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void GoEvents_TestFailsAfterItsRowsPassed_IsCounted()
    {
        var counts = GoTestEvents.Read(
        [
            """{"Action":"pass","Package":"p","Test":"TestA/row"}""",
            """{"Action":"fail","Package":"p","Test":"TestA"}""",
        ]);

        Assert.Equal("p.TestA", Assert.Single(counts.Failed).Name);
    }

    [Fact]
    public void GoEvents_CutOff_IsRefused() =>
        Assert.ThrowsAny<JsonException>(() => GoTestEvents.Read(["""{"Action":"pass","Package":"p","Te"""]));
}
