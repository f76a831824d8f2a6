using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text.Json;
using Monolith.Client.Events;

namespace Monolith.Client;

/// <summary>Events as they come.</summary>
public partial class MonolithClient
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    private EventStream Stream => new(_httpClient, stop => Task.Delay(Pause, stop));

    /// <summary>
    /// Follows a run until it is over: each event once and in order. A connection that breaks, or a host that stops, is left for the next one, which goes
    /// on behind the last event that came.
    /// </summary>
    /// <param name="id">The run.</param>
    /// <param name="after">Only events after this version.</param>
    /// <param name="cancellationToken">Ends it; the run goes on.</param>
    /// <exception cref="MonolithException">There is no such run, or the caller may not see it.</exception>
    /// <exception cref="HttpRequestException">The host cannot be reached: at the beginning at once, later after some thirty tries, a second apart.</exception>
    public async IAsyncEnumerable<RunEvent> EventsAsync(Guid id, long after = 0, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        var events = Stream.FollowAsync($"api/v1/runs/{id}/events", after.ToString(CultureInfo.InvariantCulture), cancellationToken);
        await foreach (var item in events.ConfigureAwait(false))
            yield return JsonSerializer.Deserialize<RunEvent>(item.Data, JsonSerializerSettings)!;
    }

    /// <summary>Follows what a stage writes until it writes no more, across connections and hosts as <see cref="EventsAsync"/> does.</summary>
    /// <param name="id">The run.</param>
    /// <param name="stage">The stage's id.</param>
    /// <param name="after">The place of the last piece that is known; empty for all.</param>
    /// <param name="cancellationToken">Ends it; the stage goes on.</param>
    /// <returns>Pieces of whole lines, in order.</returns>
    /// <exception cref="MonolithException">There is no such run or stage, or the caller may not see it.</exception>
    /// <exception cref="HttpRequestException">The host cannot be reached.</exception>
    public async IAsyncEnumerable<StageLogPiece> LogAsync(Guid id, string stage, string after = "", [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        var pieces = Stream.FollowAsync($"api/v1/runs/{id}/stages/{Uri.EscapeDataString(stage)}/log/events", after, cancellationToken);
        await foreach (var item in pieces.ConfigureAwait(false))
            yield return new StageLogPiece(item.EventId ?? "", JsonSerializer.Deserialize<string>(item.Data, JsonSerializerSettings)!);
    }
}

/// <summary>Some lines that a stage wrote.</summary>
/// <param name="Place">Of the piece, such as <c>1-42</c>: the attempt, and a number that grows within it.</param>
/// <param name="Text">Whole lines: time, level, text.</param>
public sealed record StageLogPiece(string Place, string Text);
