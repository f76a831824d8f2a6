using System.Globalization;
using Monolith.Host.Drill.Disturbances;
using Monolith.Host.Drill.Evidence;
using Monolith.Host.Drill.Judging;

namespace Monolith.Host.Drill.Reporting;

/// <summary>What the drill found, a line a question.</summary>
internal static class DrillReport
{
    private const int MostShown = 20;
    private static readonly CultureInfo Invariant = CultureInfo.InvariantCulture;

    public static void Write(
        TextWriter to, DrillEvidence evidence, IReadOnlyList<Fault> faults, IReadOnlyList<Disturbed> done, string answers, int endedByThemselves)
    {
        var ends = evidence.Streams.Count(stream => stream.Events[^1].Type is "run_succeeded" or "run_failed" or "run_cancelled");
        var commits = evidence.Streams.SelectMany(stream => stream.Events).Count(change => change.Type == "stage_succeeded");
        var attempts = evidence.Executions.Values.GroupBy(execution => execution.IdempotencyKey).ToList();
        var again = attempts.Where(attempt => attempt.Count() > 1).ToList();

        void Line(string name, string value) => to.WriteLine($"  {name,-18}{value}");

        to.WriteLine();
        Line("Disturbances", $"{Count(done, DisturbanceKind.Kill)} kills, {Count(done, DisturbanceKind.Freeze)} freezes, "
            + $"{Count(done, DisturbanceKind.DatabaseCrash)} database crashes, {Count(done, DisturbanceKind.DatabaseStop)} database stops");
        Line("Answers", answers);
        Line("Hosts", $"{endedByThemselves} ended by themselves and were started again");
        Line("Runs", $"{evidence.Accepted.Count} accepted; {evidence.Streams.Count} in the store with children and unheard ones, {ends} finished");
        Line("Stages", $"{commits} committed; {attempts.Count} attempts begun, {again.Count} of them more than once ({again.Sum(attempt => attempt.Count() - 1)} executions more)");
        Line("Runs continued", Times(Recovery.OfRuns(done, evidence.Streams), "after a kill or freeze of their host"));
        Line("Database back", Times(Recovery.OfDatabase(done, evidence.Streams), "from a restart to the next commit"));
        Line("Lost", Number(FaultKind.Lost));
        Line("Committed twice", Number(FaultKind.CommittedTwice));
        Line("Stale commits", Number(FaultKind.Stale));
        Line("Unwitnessed", Number(FaultKind.Unwitnessed));
        Line("Accepted twice", Number(FaultKind.AcceptedTwice));
        Line("Refused", Number(FaultKind.Refused));
        foreach (var fault in faults.Take(MostShown))
            to.WriteLine($"  {fault.Kind}: {(fault.Run is { } run ? $"run {run}: " : "")}{fault.What}");
        if (faults.Count > MostShown)
            to.WriteLine($"  … and {faults.Count - MostShown} more");

        string Number(FaultKind kind) => faults.Count(fault => fault.Kind == kind).ToString(Invariant);
    }

    private static int Count(IReadOnlyList<Disturbed> done, DisturbanceKind kind) => done.Count(disturbed => disturbed.Kind == kind);

    private static string Times(IReadOnlyList<TimeSpan> sorted, string what) => sorted.Count == 0
        ? $"none to measure {what}"
        : string.Create(Invariant, $"p50 {sorted[sorted.Count / 2].TotalSeconds:0.00} s, max {sorted[^1].TotalSeconds:0.00} s {what} ({sorted.Count} times)");
}
