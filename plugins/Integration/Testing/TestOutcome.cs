namespace Monolith.Plugins.Integration.Testing;

/// <summary>How a tree's tests ended.</summary>
/// <param name="Failure">Null when they passed.</param>
/// <param name="Metrics">What was counted; without reports only how long it took.</param>
internal sealed record TestOutcome(AgentResult? Failure, IReadOnlyDictionary<string, double> Metrics)
{
    public static TestOutcome NotRun { get; } = new(Failure: null, new Dictionary<string, double>());
}
