namespace Monolith.Plugins.Validation.Coverage;

/// <summary>Coverage over the lines of all reports, each line of each file counted once.</summary>
/// <param name="LinePercent">Null where no line could be covered.</param>
/// <param name="BranchPercent">Null where there was no branch.</param>
internal sealed record CoverageTotals(double? LinePercent, double? BranchPercent)
{
    public static CoverageTotals Of(IEnumerable<KeyValuePair<LineKey, LineCoverage>> lines)
    {
        var merged = new Dictionary<LineKey, LineCoverage>();
        foreach (var (key, line) in lines)
        {
            merged[key] = merged.TryGetValue(key, out var known) ? known.Or(line) : line;
        }

        return new CoverageTotals(
            Percent(merged.Values.Count(line => line.Covered), merged.Count),
            Percent(merged.Values.Sum(line => line.CoveredBranches), merged.Values.Sum(line => line.Branches)));
    }

    private static double? Percent(int covered, int valid) => valid == 0 ? null : Math.Round(100.0 * covered / valid, 2);
}
