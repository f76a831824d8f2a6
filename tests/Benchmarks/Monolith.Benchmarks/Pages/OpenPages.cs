namespace Monolith.Benchmarks.Pages;

/// <summary>Many who look at the list of runs, each by a connection of their own as a browser has it.</summary>
internal sealed class OpenPages : IAsyncDisposable
{
    private readonly HttpClient http;
    private readonly CancellationTokenSource closing = new();
    private readonly List<Task> readers = [];
    private long bytes;

    private OpenPages(Uri host) => http = new HttpClient(new SocketsHttpHandler { MaxConnectionsPerServer = int.MaxValue }) { BaseAddress = host, Timeout = Timeout.InfiniteTimeSpan };

    /// <summary>What came to all of them.</summary>
    public long Bytes => Interlocked.Read(ref bytes);

    public static async Task<OpenPages> OpenAsync(Uri host, int count)
    {
        var pages = new OpenPages(host);
        for (var opened = 0; opened < count; opened++)
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, "/api/v1/runs/changes");
            request.Headers.Accept.ParseAdd("text/event-stream");
            var response = await pages.http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
            response.EnsureSuccessStatusCode();
            pages.readers.Add(pages.ReadAsync(response));
        }

        return pages;
    }

    public async ValueTask DisposeAsync()
    {
        await closing.CancelAsync();
        await Task.WhenAll(readers);
        http.Dispose();
        closing.Dispose();
    }

    private async Task ReadAsync(HttpResponseMessage response)
    {
        using var _ = response;
        var buffer = new byte[4096];
        try
        {
            await using var stream = await response.Content.ReadAsStreamAsync(closing.Token);
            while (await stream.ReadAsync(buffer, closing.Token) is var read and > 0)
                Interlocked.Add(ref bytes, read);
        }
        catch (OperationCanceledException)
        {
            // Closed.
        }
    }
}
