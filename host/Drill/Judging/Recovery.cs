using Monolith.Host.Drill.Disturbances;
using Monolith.Host.Drill.Evidence;

namespace Monolith.Host.Drill.Judging;

/// <summary>How long what was disturbed stood still, by the database's own commit times.</summary>
internal static class Recovery
{
    /// <returns>
    /// For each run that had a stage under way on a host when that was killed: how long until a host claimed it; when it was
    /// frozen: how long until anything was committed to it.
    /// </returns>
    public static IReadOnlyList<TimeSpan> OfRuns(IReadOnlyList<Disturbed> disturbances, IReadOnlyList<RunStream> streams) =>
    [
        .. from disturbance in disturbances
           where disturbance.Pid is not null
           from stream in streams
           let length = Stood(stream, disturbance)
           where length is not null
           orderby length
           select length.Value,
    ];

    /// <returns>For each restart of the database: how long until the next commit to any run.</returns>
    public static IReadOnlyList<TimeSpan> OfDatabase(IReadOnlyList<Disturbed> disturbances, IReadOnlyList<RunStream> streams)
    {
        var commits = streams.SelectMany(stream => stream.Events).Select(change => change.CommittedAt).Order().ToList();
        return
        [
            .. from disturbance in disturbances
               where disturbance.Pid is null
               let pauses = commits.Where(at => at > disturbance.At).Prepend(disturbance.At).Take(Beats).ToList()
               where pauses.Count > 1
               let length = pauses.Zip(pauses.Skip(1), (before, after) => (after - before, after - disturbance.At)).Max().Item2
               orderby length
               select length,
        ];
    }

    /// <summary>Commits that were under way when the server was told to end still go in, so the longest gap soon after it is the one.</summary>
    private const int Beats = 50;

    private static TimeSpan? Stood(RunStream stream, Disturbed disturbance)
    {
        int? owner = null;
        var running = new HashSet<string>();
        foreach (var change in stream.Events)
        {
            if (change.CommittedAt > disturbance.At)
            {
                var moves = disturbance.Kind == DisturbanceKind.Freeze || change.Type == "run_claimed";
                if (owner != disturbance.Pid || running.Count == 0)
                    return null;
                if (moves)
                    return change.CommittedAt - disturbance.At;
                continue;
            }

            if (change.Type == "run_claimed")
                owner = change.OwnerPid;
            else if (change.Type == "stage_started")
                running.Add(change.Stage!);
            else if (change.Stage is { } stage)
                running.Remove(stage);
        }

        return null;
    }
}
