using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Monolith.Triggers.Tests.Support;

/// <summary>A web server on loopback that webhooks are sent to.</summary>
internal sealed class Receiver : IAsyncDisposable
{
    private readonly WebApplication app;

    private Receiver(WebApplication app) => this.app = app;

    public ConcurrentQueue<Received> All { get; } = [];

    public string Address => $"{app.Urls.Single()}/hook";

    /// <param name="answer">What each request is answered with, given how many came before.</param>
    public static async Task<Receiver> StartAsync(Func<int, HttpContext, Task> answer)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var receiver = new Receiver(builder.Build());
        receiver.app.Run(async http =>
        {
            using var body = new MemoryStream();
            await http.Request.Body.CopyToAsync(body);
            var before = receiver.All.Count;
            receiver.All.Enqueue(new Received(
                http.Request.Path, http.Request.Headers.ToDictionary(h => h.Key, h => h.Value.ToString(), StringComparer.OrdinalIgnoreCase), body.ToArray()));
            await answer(before, http);
        });
        await receiver.app.StartAsync();
        return receiver;
    }

    public static Task<Receiver> StartAsync(Func<int, int> status) => StartAsync((before, http) =>
    {
        http.Response.StatusCode = status(before);
        return Task.CompletedTask;
    });

    public ValueTask DisposeAsync() => app.DisposeAsync();
}

internal sealed record Received(string Path, IReadOnlyDictionary<string, string> Headers, byte[] Body);
