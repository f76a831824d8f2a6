namespace Monolith.Plugins.E2e.Results;

/// <summary>A scenario in a browser.</summary>
/// <param name="Reason">Why it failed, was skipped or is unknown; empty when it passed.</param>
internal sealed record ScenarioResult(
    string File, string Name, int Line, IReadOnlyList<string> Tags, string Browser, Status Status, string Reason, IReadOnlyList<AttemptResult> Attempts)
{
    public double Milliseconds => Attempts.Sum(attempt => attempt.Milliseconds);
}

/// <param name="Number">From 1.</param>
/// <param name="Fault">Empty when it passed.</param>
/// <param name="Files">Names in the report's folder.</param>
internal sealed record AttemptResult(
    int Number, bool Passed, string Fault, double Milliseconds, IReadOnlyList<StepResult> Steps, IReadOnlyList<string> Files);

internal sealed record StepResult(string Title, int Line, bool Passed, double Milliseconds);
