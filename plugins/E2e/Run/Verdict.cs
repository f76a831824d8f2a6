using Monolith.Plugins.E2e.Results;

namespace Monolith.Plugins.E2e.Run;

/// <summary>Whether the stage succeeds, and if not, why.</summary>
internal static class Verdict
{
    private const int MostNamed = 5;

    public static AgentResult Of(IAgentContext context, SuiteResult suite, Journal journal, ProgramResult ended)
    {
        if (journal.Fatal is { } fatal)
            return Failed.Resources(fatal);
        if (ended.ExitCode != 0)
            return Failed.Execution($"The program that drives the browsers ended with exit code {ended.ExitCode}. {ended.LastLines()}");
        if (suite.Count(Status.Failed) > 0)
            return Failed.Execution(Failures(suite));
        var required = context.Parameters.Flag("requireBrowsers", otherwise: true);
        return suite.Missing.Count > 0 && (required || suite.Browsers.Count == 0)
            ? Failed.Resources($"{suite.Count(Status.Unknown)} scenarios are unknown: {string.Join(' ', suite.Missing.Values)}")
            : AgentResult.Success();
    }

    private static string Failures(SuiteResult suite)
    {
        var failed = suite.With(Status.Failed).ToList();
        var lines = failed.Take(MostNamed).Select(scenario => $"- {scenario.Name} ({scenario.Browser}): {scenario.Reason.Cut(400)}");
        var more = failed.Count > MostNamed ? $"\nand {failed.Count - MostNamed} more" : "";
        var unknown = suite.Missing.Count > 0 ? $"\nUnknown is {string.Join(", ", suite.Missing.Keys)}, which is not installed." : "";
        return $"{failed.Count} of {suite.Scenarios.Count - suite.Count(Status.Skipped)} scenarios failed:\n{string.Join('\n', lines)}{more}{unknown}";
    }
}
