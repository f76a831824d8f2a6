using System.Net;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Monolith.Kernel;
using Monolith.Operations.Shutdown;
using Monolith.Operations.Shutdown.Requests;

namespace Monolith.Operations.Tests.Shutdown;

public sealed class RequestGateTests : IAsyncLifetime
{
    private readonly TaskCompletionSource arrived = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource go = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private WebApplication app = null!;
    private HttpClient http = null!;

    private RequestsUnderWay Requests => app.Services.GetRequiredService<RequestsUnderWay>();

    public async Task InitializeAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        builder.Services.AddSingleton(TimeProvider.System).AddSingleton(HostIdentity.Create()).AddProblemDetails().AddShutdown();
        app = builder.Build();
        app.UseMiddleware<RequestGate>();
        app.MapGet("/slow", async () =>
        {
            arrived.TrySetResult();
            await go.Task;
            return "done";
        });
        app.MapGet("/health", () => "alive");
        await app.StartAsync();
        http = new HttpClient { BaseAddress = new Uri(app.Urls.First()), Timeout = TimeSpan.FromSeconds(60) };
    }

    public async Task DisposeAsync()
    {
        go.TrySetResult();
        http.Dispose();
        await app.DisposeAsync();
    }

    [Fact]
    public async Task Drain_RequestUnderWay_WaitsForItAndItFinishes()
    {
        var slow = http.GetStringAsync("/slow");
        await arrived.Task;

        var drained = Requests.DrainAsync(CancellationToken.None);
        Assert.False(drained.IsCompleted);
        go.SetResult();

        Assert.Equal("done", await slow);
        await drained.WaitAsync(TimeSpan.FromSeconds(30));
    }

    [Fact]
    public async Task Request_WhileDraining_IsRefusedWithRetryAfterAsAProblem()
    {
        await Requests.DrainAsync(CancellationToken.None);

        using var response = await http.GetAsync("/slow");
        using var problem = JsonDocument.Parse(await response.Content.ReadAsStringAsync());

        Assert.Equal(HttpStatusCode.ServiceUnavailable, response.StatusCode);
        Assert.Equal(TimeSpan.FromSeconds(5), response.Headers.RetryAfter!.Delta);
        Assert.True(response.Headers.ConnectionClose);
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType!.MediaType);
        Assert.Equal("HOST_STOPPING", problem.RootElement.GetProperty("code").GetString());
    }

    [Fact]
    public async Task Health_WhileDraining_IsAnswered()
    {
        await Requests.DrainAsync(CancellationToken.None);

        Assert.Equal("alive", await http.GetStringAsync("/health"));
    }

    [Fact]
    public async Task Drain_LiveStreamOpen_DoesNotWaitForIt()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/slow");
        request.Headers.Accept.ParseAdd("text/event-stream");
        var live = http.SendAsync(request);
        await arrived.Task;

        await Requests.DrainAsync(CancellationToken.None).WaitAsync(TimeSpan.FromSeconds(30));

        Assert.False(live.IsCompleted);
        go.SetResult();
        (await live).Dispose();
    }
}
