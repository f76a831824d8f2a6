using Monolith.Host.Drill.Evidence;
using Monolith.Host.Drill.Load;

namespace Monolith.Host.Drill.Judging;

internal static class LostRuns
{
    /// <summary>The last event of a run that is over, and how the list then shows it.</summary>
    private static readonly Dictionary<string, string> Ends = new()
    {
        ["run_succeeded"] = "success",
        ["run_failed"] = "failed",
        ["run_cancelled"] = "cancelled",
    };

    public static IEnumerable<Fault> In(DrillEvidence evidence)
    {
        var stored = evidence.Streams.Select(stream => stream.Run).ToHashSet();
        var absent = evidence.Accepted.Where(run => !stored.Contains(run.Id))
            .Select(run => Lost(run.Id, $"accepted as {run.Pipeline}, and not in the store"));

        // Whatever is in the store must end: also runs whose acceptance was not heard, and children.
        return absent.Concat(evidence.Streams.SelectMany(Unfinished));
    }

    private static IEnumerable<Fault> Unfinished(RunStream stream)
    {
        var last = stream.Events[^1];
        var due = stream.Pipeline == DrillPipelines.Failing ? "run_failed" : "run_succeeded";
        if (!Ends.TryGetValue(last.Type, out var status))
            yield return Lost(stream.Run, $"{stream.Pipeline} never ended; its last event is {last.Type}, version {last.Version}");
        else if (last.Type != due)
            yield return Lost(stream.Run, $"{stream.Pipeline} ended by {last.Type} and not by {due}: {last.Data.GetRawText()}");
        else if (stream.ListedAs != status)
            yield return Lost(stream.Run, $"{stream.Pipeline} ended by {last.Type}, and is listed as {stream.ListedAs}");
    }

    private static Fault Lost(Guid run, string what) => new(FaultKind.Lost, run, what);
}
