using Monolith.Host.Drill.Evidence;

namespace Monolith.Host.Drill.Judging;

/// <summary>
/// A stage's end must come from the process that owned the run at that version, and from an execution that began after the
/// stage was begun last: by its start, or by a claim that took it over from the host before.
/// </summary>
internal static class StaleCommits
{
    public static IEnumerable<Fault> In(RunStream stream, IReadOnlyDictionary<string, Execution> executions)
    {
        int? owner = null;
        var begun = new Dictionary<string, StreamEvent>();
        foreach (var change in stream.Events)
        {
            switch (change.Type)
            {
                case "run_claimed":
                    owner = change.OwnerPid;
                    foreach (var stage in change.Interrupted)
                        begun[stage] = change;
                    break;
                case "stage_started":
                    begun[change.Stage!] = change;
                    break;
                case "stage_succeeded" when change.Execution is { } id && executions.TryGetValue(id, out var execution):
                    if (execution.Pid != owner)
                        yield return Stale(stream, change, execution, $"the run was owned by process {owner}");
                    else if (begun.TryGetValue(change.Stage!, out var by) && execution.Began < by.At)
                        yield return Stale(stream, change, execution, $"it began before version {by.Version}, {by.Type}, began the stage anew");
                    break;
            }
        }
    }

    private static Fault Stale(RunStream stream, StreamEvent change, Execution execution, string why) => new(
        FaultKind.Stale, stream.Run, $"{change.Stage}: version {change.Version} is by execution {execution.Id} of process {execution.Pid}; {why}");
}
