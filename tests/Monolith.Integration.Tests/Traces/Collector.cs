using System.Collections.Concurrent;
using System.Net;
using Monolith.Integration.Tests.Hosting;

namespace Monolith.Integration.Tests.Traces;

/// <summary>Takes spans over OTLP, and any other request too, whose traceparent it notes.</summary>
internal sealed class Collector : IDisposable
{
    private readonly HttpListener listener = new();
    private readonly ConcurrentQueue<Span> spans = new();
    private readonly ConcurrentQueue<string?> callers = new();
    private readonly ConcurrentQueue<(Func<bool> Holds, TaskCompletionSource Done)> awaited = new();

    public Collector()
    {
        Address = $"http://127.0.0.1:{FreePort.Find()}";
        listener.Prefixes.Add($"{Address}/");
        listener.Start();
        _ = TakeAsync();
    }

    public string Address { get; }

    public IReadOnlyList<Span> Spans => [.. spans];

    /// <summary>The traceparent of each call that brought no spans.</summary>
    public IReadOnlyList<string?> Callers => [.. callers];

    public (string Name, string Value)[] Settings =>
    [
        ("Tracing__Endpoint", Address),
        ("Tracing__Protocol", "HttpProtobuf"),
        ("OTEL_BSP_SCHEDULE_DELAY", "50"),
    ];

    /// <summary>Waits until such a span has come.</summary>
    public async Task<Span> SpanAsync(Func<Span, bool> fits)
    {
        var done = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        awaited.Enqueue((() => spans.Any(fits), done));
        Tell();
        await done.Task.WaitAsync(TimeSpan.FromSeconds(60));
        return spans.First(fits);
    }

    public void Dispose() => listener.Close();

    private async Task TakeAsync()
    {
        try
        {
            while (true)
                await AnswerAsync(await listener.GetContextAsync());
        }
        catch (Exception closed) when (closed is HttpListenerException or ObjectDisposedException)
        {
            // The test is over.
        }
    }

    private async Task AnswerAsync(HttpListenerContext call)
    {
        using var body = new MemoryStream();
        await call.Request.InputStream.CopyToAsync(body);
        if (call.Request.Url!.AbsolutePath != "/v1/traces")
            callers.Enqueue(call.Request.Headers["traceparent"]);
        else
            foreach (var span in Span.Of(body.ToArray()))
                spans.Enqueue(span);
        call.Response.Close();
        Tell();
    }

    private void Tell()
    {
        foreach (var (holds, done) in awaited)
        {
            if (holds())
                done.TrySetResult();
        }
    }
}
