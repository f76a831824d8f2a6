using Monolith.Architecture.Tests.Model;
using Xunit.Abstractions;

namespace Monolith.Architecture.Tests.Files;

/// <summary>Most files are small. The figures stand in the output of the test.</summary>
public sealed class FileSpreadRule(ITestOutputHelper output) : Rule<IReadOnlyList<SourceFile>>
{
    private const int Median = 45;
    private const int NinetiethPercentile = 150;

    protected override IEnumerable<IReadOnlyList<SourceFile>> Subjects =>
    [
        [.. Repository.Sources.Where(source => !source.Path.StartsWith("tests/", StringComparison.Ordinal))],
        [.. Repository.Sources.Where(source => source.Path.StartsWith("tests/", StringComparison.Ordinal))],
    ];

    protected override IEnumerable<(IReadOnlyList<SourceFile>, string)> Violators =>
    [
        (Files(46, 46, 46), "median 46"),
        (Files(1, 1, 1, 1, 1, 1, 1, 1, 151, 151), "90th percentile 151"),
    ];

    protected override IEnumerable<string> Violations(IReadOnlyList<SourceFile> subject)
    {
        var sizes = subject.Select(source => source.Lines.Count).Order().ToList();
        var (median, ninetieth) = (At(sizes, 0.5), At(sizes, 0.9));
        var figures = $"{subject[0].Path.Split('/')[0]}, …: {sizes.Count} files, median {median} lines, 90th percentile {ninetieth}, longest {sizes[^1]}";
        output.WriteLine(figures);
        return median > Median || ninetieth > NinetiethPercentile ? [$"{figures}; at most {Median} and {NinetiethPercentile}"] : [];
    }

    private static int At(List<int> sorted, double share) => sorted[Math.Max(0, (int)Math.Ceiling(sorted.Count * share) - 1)];

    private static IReadOnlyList<SourceFile> Files(params int[] sizes) =>
        [.. sizes.Select(size => new SourceFile("host/Some.cs", [.. Enumerable.Repeat("", size)]))];
}
