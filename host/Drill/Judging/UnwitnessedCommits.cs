using Monolith.Host.Drill.Evidence;

namespace Monolith.Host.Drill.Judging;

internal static class UnwitnessedCommits
{
    /// <summary>Ids of stages that the drill's agent does.</summary>
    private const string Prefix = "work";

    public static IEnumerable<Fault> In(RunStream stream, IReadOnlyDictionary<string, Execution> executions) => stream.Events
        .Where(change => change.Type == "stage_succeeded" && change.Stage!.StartsWith(Prefix, StringComparison.Ordinal) && !IsOfMatrix(stream, change))
        .Select(change => (change, why: Doubt(stream, change, executions)))
        .Where(judged => judged.why is not null)
        .Select(judged => new Fault(FaultKind.Unwitnessed, stream.Run, $"{judged.change.Stage}: version {judged.change.Version} {judged.why}"));

    /// <summary>The stage that gathers a matrix is done by nobody.</summary>
    private static bool IsOfMatrix(RunStream stream, StreamEvent change) =>
        stream.Events.Any(other => other.Stage?.StartsWith($"{change.Stage}.", StringComparison.Ordinal) ?? false);

    private static string? Doubt(RunStream stream, StreamEvent change, IReadOnlyDictionary<string, Execution> executions)
    {
        if (change.Execution is not { } id)
            return "names no execution";
        if (!executions.TryGetValue(id, out var execution))
            return $"names execution {id}, which is not in the journal";
        if ((execution.Run, execution.Stage, execution.Attempt) != (stream.Run, change.Stage, change.Attempt))
            return $"names execution {id}, which was of attempt {execution.Attempt} of {execution.Stage} of run {execution.Run}";
        return execution.Ended ? null : $"names execution {id}, which never ended";
    }
}
