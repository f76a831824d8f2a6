using System.Runtime.CompilerServices;
using Monolith.Pipelines.Contracts;

namespace Monolith.Live.Streaming;

/// <summary>
/// A run's events from a version on, as they are committed, each once and in order. Truth is read from the history; a notice
/// only says that it is worth reading, and as one flag a listener, so that a slow one never makes a queue.
/// </summary>
internal sealed class RunEventStream(IRunHistory history, IRunNotices notices, OpenStreams streams, TimeProvider time)
{
    /// <summary>A notice may be lost; after this long the history is read without one.</summary>
    private static readonly TimeSpan ReadAnyway = TimeSpan.FromSeconds(5);

    /// <returns>Events; null where nothing came for a while; the end when the run is over or the host stops.</returns>
    public async IAsyncEnumerable<RunEvent?> FollowAsync(
        Guid runId, long afterVersion, RunEvents first, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, streams.Closing);
        using var bell = new Bell(ReadAnyway, time);
        using var subscription = notices.Subscribe(runId, _ => bell.Ring());
        // What was committed between the first reading and the subscription rang for nobody.
        bell.Ring();
        var known = first;
        while (true)
        {
            foreach (var change in known.Events)
            {
                afterVersion = change.Version;
                yield return change;
            }

            if (known.IsFinal || !await bell.WaitAsync(stop.Token))
                yield break;

            known = await history.ReadAsync(runId, afterVersion, cancellationToken) ?? new RunEvents([], IsFinal: true);
            if (known is { Events.Count: 0, IsFinal: false })
                yield return null;
        }
    }
}
