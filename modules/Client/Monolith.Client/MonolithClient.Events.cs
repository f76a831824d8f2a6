using Monolith.Client.Events;

namespace Monolith.Client;

/// <summary>Events as they come.</summary>
public partial class MonolithClient
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    /// <summary>
    /// Follows a run until it is over: each event once and in order. A connection that breaks, or a host that stops, is left for the next one, which goes
    /// on behind the last event that came.
    /// </summary>
    /// <param name="id">The run.</param>
    /// <param name="after">Only events after this version.</param>
    /// <param name="cancellationToken">Ends it; the run goes on.</param>
    /// <exception cref="MonolithException">There is no such run, or the caller may not see it.</exception>
    /// <exception cref="HttpRequestException">The host cannot be reached: at the beginning at once, later after some thirty tries, a second apart.</exception>
    public IAsyncEnumerable<RunEvent> EventsAsync(Guid id, long after = 0, CancellationToken cancellationToken = default) =>
        new RunEventStream(_httpClient, JsonSerializerSettings, stop => Task.Delay(Pause, stop)).FollowAsync(id, after, cancellationToken);
}
