using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Monolith.Kernel;
using Monolith.Live.Tests.Support;

namespace Monolith.Live.Tests.Streaming;

public sealed class EventStreamTests : IAsyncLifetime
{
    private readonly Guid run = Guid.NewGuid();
    private readonly LiveApp live = new();

    public Task InitializeAsync() => live.StartAsync();

    public async Task DisposeAsync() => await live.DisposeAsync();

    [Fact]
    public async Task Follow_ClientIsThere_IsInTheGauge()
    {
        live.History.Append(run, "run_created");
        var gauge = live.App.Services.GetServices<HostGauge>().Single(one => one.Name == "monolith_live_subscribers");
        var before = gauge.Read();

        using var response = await OpenAsync(0);
        using var reader = new StreamReader(await response.Content.ReadAsStreamAsync());
        while ((await reader.ReadLineAsync())!.StartsWith("data:", StringComparison.Ordinal) == false)
        {
        }

        Assert.Equal((0, 1), (before, gauge.Read()));
        live.History.Append(run, "run_succeeded");
        await reader.ReadToEndAsync();
        Assert.Equal(0, gauge.Read());
    }

    [Fact]
    public async Task Follow_HostStops_StreamIsClosedWithAWord()
    {
        live.History.Append(run, "run_created");
        using var response = await OpenAsync(0);
        using var reader = new StreamReader(await response.Content.ReadAsStreamAsync());
        while ((await reader.ReadLineAsync())!.StartsWith("data:", StringComparison.Ordinal) == false)
        {
        }

        var closing = live.App.Services.GetServices<IShutdownStep>().Single(step => step.Phase == ShutdownPhase.ClosingConnections);
        await closing.RunAsync(CancellationToken.None).WaitAsync(TimeSpan.FromSeconds(30));

        Assert.Contains("event: closing", await reader.ReadToEndAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Get_AsJson_GivesWhatCameAfter()
    {
        live.History.Append(run, "run_created");
        live.History.Append(run, "run_succeeded");

        using var answer = JsonDocument.Parse(await live.Http.GetStringAsync($"/api/v1/runs/{run}/events?after=1"));

        Assert.True(answer.RootElement.GetProperty("isFinal").GetBoolean());
        Assert.Equal("run_succeeded", Assert.Single(answer.RootElement.GetProperty("events").EnumerateArray()).GetProperty("type").GetString());
    }

    [Theory]
    [InlineData("nonsense", 400)]
    [InlineData("0", 404)]
    public async Task Get_WrongIdOrRun_IsAProblem(string after, int status)
    {
        using var response = await live.Http.GetAsync($"/api/v1/runs/{Guid.NewGuid()}/events?after={after}");

        Assert.Equal(status, (int)response.StatusCode);
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType!.MediaType);
    }

    private async Task<HttpResponseMessage> OpenAsync(long after)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, $"/api/v1/runs/{run}/events");
        request.Headers.Accept.ParseAdd("text/event-stream");
        if (after > 0)
            request.Headers.Add("Last-Event-ID", $"{after}");
        return await live.Http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
    }
}
