using Monolith.Plugins.Validation.Checks;

namespace Monolith.Plugins.Validation.Coverage;

/// <summary>The files with most lines that no test ran: where a test tells most.</summary>
internal static class UncoveredFiles
{
    private const int Most = 5;
    private const double Enough = 0.8;

    public static IReadOnlyList<Finding> Of(IEnumerable<KeyValuePair<LineKey, LineCoverage>> lines, string folder) =>
    [
        .. lines.GroupBy(line => line.Key)
            .Select(line => (line.Key.File, Covered: line.Any(seen => seen.Value.Covered)))
            .GroupBy(line => line.File, line => line.Covered)
            .Select(file => (Name: file.Key, All: file.Count(), Uncovered: file.Count(covered => !covered)))
            .Where(file => file.Uncovered > (1 - Enough) * file.All)
            .OrderByDescending(file => file.Uncovered).ThenBy(file => file.Name, StringComparer.Ordinal)
            .Take(Most)
            .Select(file => new Finding("coverage", FindingLevel.Note, $"No test runs {file.Uncovered} of its {file.All} lines.")
            {
                File = Path.IsPathRooted(file.Name) ? Path.GetRelativePath(folder, file.Name).Replace('\\', '/') : file.Name,
                Advice = "Add tests that run these lines.",
            }),
    ];
}
