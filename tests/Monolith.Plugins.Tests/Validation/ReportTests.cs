using Monolith.Plugins.Validation.Coverage;
using Monolith.Plugins.Validation.TestResults;

namespace Monolith.Plugins.Tests.Validation;

/// <summary>Reports that real runs wrote.</summary>
public sealed class ReportTests
{
    [Fact]
    public void Coverage_OneReport_AgreesWithItsOwnSummary()
    {
        var totals = CoverageTotals.Of(CoberturaReport.Read(Recorded("shop.cobertura.xml")));

        // The report says 45 of 49 lines and 18 of 18 branches.
        Assert.Equal(new CoverageTotals(91.84, 100), totals);
    }

    [Fact]
    public void Coverage_TwoProjectsOverOneFile_EachLineCountsOnce()
    {
        var first = CoberturaReport.Read(Recorded("two-projects-1.cobertura.xml"));
        var second = CoberturaReport.Read(Recorded("two-projects-2.cobertura.xml"));

        // 6 and 5 of the same 9 lines; together all but the one of Multiply.
        Assert.Equal(66.67, CoverageTotals.Of(first).LinePercent);
        Assert.Equal(55.56, CoverageTotals.Of(second).LinePercent);
        Assert.Equal(new CoverageTotals(88.89, 50), CoverageTotals.Of(first.Concat(second)));
    }

    [Fact]
    public void Coverage_NoLines_IsUnknown() => Assert.Equal(new CoverageTotals(null, null), CoverageTotals.Of([]));

    [Fact]
    public void Results_TwoProjects_AreCountedOneByOne()
    {
        string[] files = ["two-projects-1.trx", "two-projects-2.trx"];

        var counts = TestCounts.Sum([.. files.Select(file => TrxReport.Read(Recorded(file)))]);

        Assert.Equal((9, 6, 1), (counts.Total, counts.Passed, counts.Skipped));
        var failed = counts.Failed.ToDictionary(test => test.Name, test => test.Message);
        Assert.Equal(["ATests.Fails_Here", "ATests.Throws"], failed.Keys.Order(StringComparer.Ordinal));
        Assert.StartsWith("System.InvalidOperationException : broken & <odd>", failed["ATests.Throws"], StringComparison.Ordinal);
    }

    private static string Recorded(string name) => Path.Combine(AppContext.BaseDirectory, "Recorded", name);
}
