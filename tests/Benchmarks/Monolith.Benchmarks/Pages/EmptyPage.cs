using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Monolith.Benchmarks.Pages;

/// <summary>A page with a heading and nothing else: what the browser itself needs on this machine, a process of its own for the page among it.</summary>
internal sealed class EmptyPage(WebApplication app) : IAsyncDisposable
{
    public string Address => app.Urls.Single();

    public static async Task<EmptyPage> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        app.MapGet("/", (HttpContext http) =>
        {
            http.Response.Headers["Cross-Origin-Opener-Policy"] = "same-origin";
            return Results.Text("<!doctype html><title>Empty</title><link rel=icon href=data:,><h1>Empty</h1>", "text/html");
        });
        await app.StartAsync();
        return new EmptyPage(app);
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();
}
