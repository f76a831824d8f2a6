using System.Globalization;
using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using System.Text.Json;

namespace Monolith.Client.Events;

/// <summary>A run's events across broken connections and hosts: each connection goes on behind the last event that came.</summary>
/// <param name="http">Connections to the host.</param>
/// <param name="json">How the host writes JSON.</param>
/// <param name="pause">Waits before the next connection.</param>
internal sealed class RunEventStream(HttpClient http, JsonSerializerOptions json, Func<CancellationToken, Task> pause)
{
    private const string End = "end";
    private const string Closing = "closing";
    private const int MostFailures = 30;

    public async IAsyncEnumerable<RunEvent> FollowAsync(Guid run, long after, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var (isFirst, failures) = (true, 0);
        while (true)
        {
            await using var connection = await ConnectAsync(run, after, isPatient: !isFirst && failures < MostFailures, cancellationToken).ConfigureAwait(false);
            (isFirst, failures) = (false, connection.IsOpen ? 0 : failures + 1);
            while (await connection.NextAsync().ConfigureAwait(false) is { EventType: not Closing } item)
            {
                if (item.EventType == End)
                    yield break;
                var change = JsonSerializer.Deserialize<RunEvent>(item.Data, json)!;
                after = change.Version;
                yield return change;
            }

            await pause(cancellationToken).ConfigureAwait(false);
        }
    }

    private async Task<SseConnection> ConnectAsync(Guid run, long after, bool isPatient, CancellationToken cancellationToken)
    {
        try
        {
            return await OpenAsync(run, after, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception cut) when (isPatient && IsPassing(cut))
        {
            return new SseConnection(null, null);
        }
    }

    // What no later try would mend, such as a run that is not there, is told at once.
    private static bool IsPassing(Exception cut) => cut is HttpRequestException or IOException or MonolithException { Status: 429 or 502 or 503 or 504 };

    private async Task<SseConnection> OpenAsync(Guid run, long after, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, $"api/v1/runs/{run}/events");
        request.Headers.Accept.ParseAdd("text/event-stream");
        request.Headers.Add("Last-Event-ID", after.ToString(CultureInfo.InvariantCulture));
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
