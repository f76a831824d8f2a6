using System.Text.Json;
using Monolith.Pipelines.Contracts;

namespace Monolith.Live.Tests.Support;

/// <summary>The committed events of some runs.</summary>
internal sealed class History : IRunHistory
{
    private readonly Lock gate = new();
    private readonly List<RunEvent> events = [];

    /// <summary>Of each host that serves it, as if they shared one Redis.</summary>
    public List<IRunNotices> Notices { get; } = [];

    public void Append(Guid run, string type)
    {
        RunEvent change;
        lock (gate)
        {
            change = new RunEvent(run, events.Count + 1, type, DateTimeOffset.UnixEpoch, JsonDocument.Parse("{}").RootElement);
            events.Add(change);
        }

        Notices.ForEach(notices => notices.Publish(new RunNotice(run, change.Version, Guid.Empty)));
    }

    public Task<RunEvents?> ReadAsync(Guid runId, long afterVersion, CancellationToken cancellationToken)
    {
        lock (gate)
        {
            var known = events.Where(change => change.RunId == runId).ToList();
            var result = known.Count == 0
                ? null
                : new RunEvents([.. known.Where(change => change.Version > afterVersion)], known[^1].Type == "run_succeeded");
            return Task.FromResult(result);
        }
    }
}
