using System.Collections.Concurrent;
using System.Net;
using System.Text;

namespace Monolith.Client.Tests.Support;

/// <summary>A real web server that gives answers from a list, one after the other, and keeps what it was asked.</summary>
internal sealed class Answers : IDisposable
{
    private readonly HttpListener listener = new();
    private readonly Queue<Action<HttpListenerResponse>> script;

    public Answers(params Action<HttpListenerResponse>[] answers)
    {
        script = new(answers);
        Address = new Uri($"http://127.0.0.1:{Port()}/");
        listener.Prefixes.Add(Address.OriginalString);
        listener.Start();
        _ = ServeAsync();
    }

    public Uri Address { get; }

    public ConcurrentQueue<(string Path, string? LastEventId, string? Authorization)> Asked { get; } = [];

    public static Action<HttpListenerResponse> Events(string text, bool breaks = false) => response =>
    {
        response.ContentType = "text/event-stream";
        response.SendChunked = true;
        response.OutputStream.Write(Encoding.UTF8.GetBytes(text));
        if (breaks)
            response.Abort();
    };

    public static Action<HttpListenerResponse> Problem(int status, string code, string message) => response =>
    {
        (response.StatusCode, response.ContentType) = (status, "application/problem+json");
        response.OutputStream.Write(Encoding.UTF8.GetBytes($$"""{ "status": {{status}}, "code": "{{code}}", "detail": "{{message}}", "errors": [{ "path": "x", "code": "{{code}}", "message": "{{message}}" }] }"""));
    };

    public void Dispose() => listener.Close();

    private static int Port()
    {
        using var free = new System.Net.Sockets.TcpListener(IPAddress.Loopback, 0);
        free.Start();
        return ((IPEndPoint)free.LocalEndpoint).Port;
    }

    private async Task ServeAsync()
    {
        while (listener.IsListening && script.TryDequeue(out var answer))
        {
            var context = await listener.GetContextAsync();
            var headers = context.Request.Headers;
            Asked.Enqueue((context.Request.Url!.AbsolutePath, headers["Last-Event-ID"], headers["Authorization"]));
            answer(context.Response);
            context.Response.Close();
        }
    }
}
