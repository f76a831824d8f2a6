using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;

namespace Monolith.Client.Events;

/// <summary>Server-sent events across broken connections and hosts: each connection goes on behind the last event that came.</summary>
/// <param name="http">Connections to the host.</param>
/// <param name="pause">Waits before the next connection.</param>
internal sealed class EventStream(HttpClient http, Func<CancellationToken, Task> pause)
{
    private const string End = "end";
    private const string Closing = "closing";
    private const int MostFailures = 30;

    /// <param name="address">Without the host.</param>
    /// <param name="after">The id of the last event that is known; empty for all.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <returns>Until the host says that it is the end.</returns>
    public async IAsyncEnumerable<SseItem<string>> FollowAsync(string address, string after, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var (isFirst, failures) = (true, 0);
        while (true)
        {
            await using var connection = await ConnectAsync(address, after, isPatient: !isFirst && failures < MostFailures, cancellationToken).ConfigureAwait(false);
            (isFirst, failures) = (false, connection.IsOpen ? 0 : failures + 1);
            while (await connection.NextAsync().ConfigureAwait(false) is { EventType: not Closing } item)
            {
                if (item.EventType == End)
                    yield break;
                after = item.EventId ?? after;
                yield return item;
            }

            await pause(cancellationToken).ConfigureAwait(false);
        }
    }

    private async Task<SseConnection> ConnectAsync(string address, string after, bool isPatient, CancellationToken cancellationToken)
    {
        try
        {
            return await OpenAsync(address, after, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception cut) when (isPatient && IsPassing(cut))
        {
            return new SseConnection(null, null);
        }
    }

    // What no later try would mend, such as a run that is not there, is told at once.
    private static bool IsPassing(Exception cut) => cut is HttpRequestException or IOException or MonolithException { Status: 429 or 502 or 503 or 504 };

    private async Task<SseConnection> OpenAsync(string address, string after, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        request.Headers.Accept.ParseAdd("text/event-stream");
        if (after.Length > 0)
            request.Headers.Add("Last-Event-ID", after);
        var answer = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken).ConfigureAwait(false);
        if (answer.IsSuccessStatusCode)
        {
            var body = await answer.Content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false);
            return new SseConnection(answer, SseParser.Create(body).EnumerateAsync(cancellationToken));
        }

        using (answer)
            throw await MonolithException.OfAsync(answer, cancellationToken).ConfigureAwait(false);
    }
}
