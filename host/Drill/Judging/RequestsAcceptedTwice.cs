using Monolith.Host.Drill.Evidence;

namespace Monolith.Host.Drill.Judging;

internal static class RequestsAcceptedTwice
{
    public static IEnumerable<Fault> In(IReadOnlyList<RunStream> streams) => streams
        .Where(stream => stream.Request is not null)
        .GroupBy(stream => stream.Request)
        .Where(runs => runs.Count() > 1)
        .Select(runs => new Fault(
            FaultKind.AcceptedTwice, runs.First().Run, $"request {runs.Key} became {string.Join(" and ", runs.Select(run => run.Run))}"));
}
