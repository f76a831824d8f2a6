using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Monolith.Pipelines.Contracts;
using Monolith.Pipelines.Contracts.Following;

namespace Monolith.Live.Tests.Support;

/// <summary>The module by itself, over HTTP, on a store that the test writes.</summary>
internal sealed class LiveApp(History? shared = null) : IAsyncDisposable
{
    public History History { get; } = shared ?? new History();

    public WrittenLogs Logs { get; } = new();

    public WebApplication App { get; private set; } = null!;

    public HttpClient Http { get; private set; } = null!;

    public async Task StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        builder.Services.AddSingleton(TimeProvider.System);
        builder.Services.AddSingleton<IRunHistory>(History).AddSingleton<IRunRows, EveryRow>().AddSingleton<IStageLogHistory>(Logs);
        builder.Services.AddLive(builder.Configuration);
        App = builder.Build();
        App.MapLive();
        await App.StartAsync();
        History.Notices.Add(App.Services.GetRequiredService<IRunNotices>());
        Http = new HttpClient { BaseAddress = new Uri(App.Urls.First()), Timeout = TimeSpan.FromMinutes(2) };
    }

    /// <returns>A reader of the stream behind the address.</returns>
    public async Task<StreamReader> FollowAsync(string address, string? lastEventId = null)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, address);
        request.Headers.Accept.ParseAdd("text/event-stream");
        if (lastEventId is not null)
            request.Headers.Add("Last-Event-ID", lastEventId);
        var response = await Http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
        return new StreamReader(await response.EnsureSuccessStatusCode().Content.ReadAsStreamAsync());
    }

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await App.DisposeAsync();
    }
}
