namespace Monolith.Host.Drill.Evidence;

/// <summary>What is judged.</summary>
/// <param name="Accepted">What the API promised.</param>
/// <param name="Refusals">Right requests that it refused.</param>
/// <param name="Streams">What the database holds.</param>
/// <param name="Executions">What was done, by execution id.</param>
internal sealed record DrillEvidence(
    IReadOnlyList<AcceptedRun> Accepted,
    IReadOnlyList<string> Refusals,
    IReadOnlyList<RunStream> Streams,
    IReadOnlyDictionary<string, Execution> Executions);
