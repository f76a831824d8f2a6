using Monolith.Host.Drill.Evidence;

namespace Monolith.Host.Drill.Judging;

/// <summary>Holds what the database says against what was promised and what was done. It looks nothing up and remembers nothing.</summary>
internal static class Verdict
{
    public static IReadOnlyList<Fault> Of(DrillEvidence evidence) =>
    [
        .. LostRuns.In(evidence),
        .. evidence.Streams.SelectMany(StagesCommittedTwice.In),
        .. evidence.Streams.SelectMany(stream => StaleCommits.In(stream, evidence.Executions)),
        .. evidence.Streams.SelectMany(stream => UnwitnessedCommits.In(stream, evidence.Executions)),
        .. RequestsAcceptedTwice.In(evidence.Streams),
        .. evidence.Refusals.Select(refusal => new Fault(FaultKind.Refused, Run: null, refusal)),
    ];
}
