using System.Threading.Channels;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Monolith.Resilience.Tests.Outgoing;

/// <summary>A real server on a free port of this machine that tells of each request.</summary>
public sealed class LoopbackServer : IAsyncDisposable
{
    private readonly WebApplication app;
    private readonly Channel<int> heard = Channel.CreateUnbounded<int>();
    private int count;

    private LoopbackServer(WebApplication app) => this.app = app;

    public string Url => app.Urls.First();

    public int Count => count;

    /// <param name="answer">Gets the number of the request, from 1.</param>
    public static async Task<LoopbackServer> StartAsync(Func<HttpContext, int, Task> answer)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var server = new LoopbackServer(builder.Build());
        server.app.Run(async context =>
        {
            var number = Interlocked.Increment(ref server.count);
            await server.heard.Writer.WriteAsync(number);
            await answer(context, number);
        });
        await server.app.StartAsync();
        return server;
    }

    /// <summary>Completes with the next request that arrives.</summary>
    public ValueTask<int> HeardAsync() => heard.Reader.ReadAsync();

    public ValueTask DisposeAsync() => app.DisposeAsync();
}
