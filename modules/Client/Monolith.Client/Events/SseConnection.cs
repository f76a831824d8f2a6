using System.Net.ServerSentEvents;

namespace Monolith.Client.Events;

/// <summary>One answer of server-sent events; without an answer it is at its end from the beginning.</summary>
internal sealed class SseConnection(HttpResponseMessage? answer, IAsyncEnumerable<SseItem<string>>? items) : IAsyncDisposable
{
    private readonly IAsyncEnumerator<SseItem<string>>? items = items?.GetAsyncEnumerator();

    public bool IsOpen => answer is not null;

    /// <returns>Null when the connection is at its end, or broke.</returns>
    public async Task<SseItem<string>?> NextAsync()
    {
        try
        {
            return items is not null && await items.MoveNextAsync().ConfigureAwait(false) ? items.Current : null;
        }
        catch (Exception broken) when (broken is IOException or HttpRequestException)
        {
            return null;
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (items is not null)
            await items.DisposeAsync().ConfigureAwait(false);
        answer?.Dispose();
    }
}
