namespace Monolith.Plugins.Validation.Coverage;

/// <summary>One file's part of a report, while it is read: branches stand in lines of their own.</summary>
internal sealed class LcovFile(string name)
{
    private readonly Dictionary<int, LineCoverage> lines = [];

    public IEnumerable<KeyValuePair<LineKey, LineCoverage>> Lines =>
        lines.Select(line => KeyValuePair.Create(new LineKey(name, line.Key), line.Value));

    public bool Saw(int number, bool covered) => Set(number, line => line with { Covered = line.Covered || covered });

    public bool SawBranch(int number, bool covered) => Set(number, line => line with
    {
        Covered = line.Covered || covered,
        Branches = line.Branches + 1,
        CoveredBranches = line.CoveredBranches + (covered ? 1 : 0),
    });

    private bool Set(int number, Func<LineCoverage, LineCoverage> change)
    {
        lines[number] = change(lines.GetValueOrDefault(number));
        return true;
    }
}
