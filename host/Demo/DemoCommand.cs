using System.Net.Http.Headers;
using System.Text.Json;
using Monolith.Kernel;

namespace Monolith.Host.Demo;

/// <summary>
/// <c>demo</c>: does the main job before the newcomer's eyes, on the host's own REST API: submits a sample pipeline, tells
/// each stage as it goes, and says where the artifacts lie.
/// </summary>
internal static class DemoCommand
{
    /// <returns>0 when the run succeeded, 1 when it did not.</returns>
    public static async Task<int> RunAsync(string address, string sample, DataFolders folders, CancellationToken cancellationToken)
    {
        using var http = new HttpClient { BaseAddress = new Uri(address), Timeout = Timeout.InfiniteTimeSpan };
        using var started = await StartAsync(http, sample, cancellationToken);
        var run = started.RootElement.GetProperty("id").GetGuid();
        var report = new DemoReport(Console.Out, interactive: !Console.IsOutputRedirected);
        report.Begin(started.RootElement, address);

        if (!await FollowAsync(http, run, report, cancellationToken))
        {
            report.Stopped();
            return 1;
        }

        using var ended = JsonDocument.Parse(await http.GetStringAsync($"/api/v1/runs/{run}", cancellationToken));
        report.End(ended.RootElement, address, folders);
        return ended.RootElement.GetProperty("status").GetString() == "success" ? 0 : 1;
    }

    private static async Task<JsonDocument> StartAsync(HttpClient http, string sample, CancellationToken cancellationToken)
    {
        using var body = new ByteArrayContent(await File.ReadAllBytesAsync(sample, cancellationToken));
        body.Headers.ContentType = new MediaTypeHeaderValue("application/yaml");
        using var answer = await http.PostAsync("/api/v1/runs", body, cancellationToken);
        var text = await answer.Content.ReadAsStringAsync(cancellationToken);
        return answer.IsSuccessStatusCode
            ? JsonDocument.Parse(text)
            : throw new InvalidOperationException($"The sample was refused: {text}");
    }

    /// <returns>Whether the run is over; false when the host stops first.</returns>
    private static async Task<bool> FollowAsync(HttpClient http, Guid run, DemoReport report, CancellationToken cancellationToken)
    {
        try
        {
            return await TellAsync(http, run, report, cancellationToken);
        }
        catch (Exception cut) when (cut is IOException || (cut is OperationCanceledException && cancellationToken.IsCancellationRequested))
        {
            return false;
        }
    }

    private static async Task<bool> TellAsync(HttpClient http, Guid run, DemoReport report, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, $"/api/v1/runs/{run}/events");
        request.Headers.Accept.ParseAdd("text/event-stream");
        using var answer = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
        answer.EnsureSuccessStatusCode();
        await using var stream = await answer.Content.ReadAsStreamAsync(cancellationToken);
        await foreach (var item in System.Net.ServerSentEvents.SseParser.Create(stream).EnumerateAsync(cancellationToken))
        {
            if (item.EventType is "end" or "closing")
                return item.EventType == "end";
            using var change = JsonDocument.Parse(item.Data);
            report.Tell(item.EventType, change.RootElement);
        }

        return false;
    }
}
