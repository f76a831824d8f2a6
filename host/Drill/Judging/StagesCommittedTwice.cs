using Monolith.Host.Drill.Evidence;

namespace Monolith.Host.Drill.Judging;

internal static class StagesCommittedTwice
{
    public static IEnumerable<Fault> In(RunStream stream)
    {
        var ended = new Dictionary<string, StreamEvent>();
        var attempts = new HashSet<(string, int)>();
        foreach (var change in stream.Events)
        {
            if (change.Type == "run_retried")
                ended.Clear();
            if (change.Type is not ("stage_succeeded" or "stage_failed" or "stage_retry_scheduled"))
                continue;

            var stage = change.Stage!;
            if (ended.TryGetValue(stage, out var first))
                yield return Twice(stream, $"{stage}: {first.Type} in version {first.Version} and {change.Type} in version {change.Version}");
            else if (!attempts.Add((stage, change.Attempt)))
                yield return Twice(stream, $"{stage}: attempt {change.Attempt} ended before and again in version {change.Version}");
            if (change.Type != "stage_retry_scheduled")
                ended.TryAdd(stage, change);
        }
    }

    private static Fault Twice(RunStream stream, string what) => new(FaultKind.CommittedTwice, stream.Run, what);
}
