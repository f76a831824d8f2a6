namespace Monolith.Plugins.Validation.Coverage;

/// <summary>What reports say of one line: whether it ran, and how many of its branches did.</summary>
internal readonly record struct LineCoverage(bool Covered, int Branches, int CoveredBranches)
{
    // Which of the branches ran is not in the report, so of two that saw the line the better one counts.
    public LineCoverage Or(LineCoverage other) => new(
        Covered || other.Covered,
        Math.Max(Branches, other.Branches),
        Math.Max(CoveredBranches, other.CoveredBranches));
}
