namespace Monolith.Plugins.Validation.TestResults;

/// <summary>The tests of a run.</summary>
internal sealed record TestCounts(int Passed, int Skipped, IReadOnlyList<FailedTest> Failed)
{
    public int Total => Passed + Skipped + Failed.Count;

    public static TestCounts Sum(IReadOnlyList<TestCounts> counts) => new(
        counts.Sum(count => count.Passed), counts.Sum(count => count.Skipped), [.. counts.SelectMany(count => count.Failed)]);
}

/// <param name="Name">With its arguments.</param>
/// <param name="Message">Why it failed.</param>
internal sealed record FailedTest(string Name, string Message);
