namespace Monolith.Plugins.Validation.TestResults;

internal static class TestFailure
{
    private const int MostNamed = 5;

    public static AgentResult Of(TestCounts tests)
    {
        var named = tests.Failed.Take(MostNamed).Select(test => $"- {test.Name.Cut(200)}: {test.Message.Cut(300)}");
        var more = tests.Failed.Count > MostNamed ? $"\nand {tests.Failed.Count - MostNamed} more" : "";
        return Failed.Execution($"{tests.Failed.Count} of {tests.Total} tests failed:\n{string.Join('\n', named)}{more}");
    }
}
