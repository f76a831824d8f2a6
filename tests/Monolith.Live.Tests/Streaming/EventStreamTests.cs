using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Monolith.Kernel;
using Monolith.Pipelines.Contracts;

namespace Monolith.Live.Tests.Streaming;

public sealed class EventStreamTests : IAsyncLifetime
{
    private readonly History history = new();
    private readonly Guid run = Guid.NewGuid();
    private WebApplication app = null!;
    private HttpClient http = null!;

    public async Task InitializeAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        builder.Services.AddSingleton(TimeProvider.System);
        builder.Services.AddSingleton<IRunHistory>(history);
        builder.Services.AddLive(builder.Configuration);
        app = builder.Build();
        app.MapLive();
        await app.StartAsync();
        history.Notices = app.Services.GetRequiredService<IRunNotices>();
        http = new HttpClient { BaseAddress = new Uri(app.Urls.First()), Timeout = TimeSpan.FromMinutes(2) };
    }

    public async Task DisposeAsync()
    {
        http.Dispose();
        await app.DisposeAsync();
    }

    [Fact]
    public async Task Follow_ConnectionBrokenOverAndOver_NoGapAndNoDouble()
    {
        const int Total = 1_000;
        history.Append(run, "run_created");
        var writing = Task.Run(async () =>
        {
            for (var i = 2; i < Total; i++)
            {
                history.Append(run, "stage_started");
                if (i % 7 == 0)
                    await Task.Yield();
            }

            history.Append(run, "run_succeeded");
        });

        var seen = new List<long>();
        var random = new Random(1);
        for (var ended = false; !ended;)
            ended = await ReadSomeAsync(seen, random.Next(1, 12));

        await writing;
        Assert.Equal(Enumerable.Range(1, Total).Select(version => (long)version), seen);
    }

    [Fact]
    public async Task Follow_ClientIsThere_IsInTheGauge()
    {
        history.Append(run, "run_created");
        var gauge = app.Services.GetServices<HostGauge>().Single(one => one.Name == "monolith_live_subscribers");
        var before = gauge.Read();

        using var response = await OpenAsync(0);
        using var reader = new StreamReader(await response.Content.ReadAsStreamAsync());
        while ((await reader.ReadLineAsync())!.StartsWith("data:", StringComparison.Ordinal) == false)
        {
        }

        Assert.Equal((0, 1), (before, gauge.Read()));
        history.Append(run, "run_succeeded");
        await reader.ReadToEndAsync();
        Assert.Equal(0, gauge.Read());
    }

    [Fact]
    public async Task Follow_HostStops_StreamIsClosedWithAWord()
    {
        history.Append(run, "run_created");
        using var response = await OpenAsync(0);
        using var reader = new StreamReader(await response.Content.ReadAsStreamAsync());
        while ((await reader.ReadLineAsync())!.StartsWith("data:", StringComparison.Ordinal) == false)
        {
        }

        var closing = app.Services.GetServices<IShutdownStep>().Single(step => step.Phase == ShutdownPhase.ClosingConnections);
        await closing.RunAsync(CancellationToken.None).WaitAsync(TimeSpan.FromSeconds(30));

        Assert.Contains("event: closing", await reader.ReadToEndAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Get_AsJson_GivesWhatCameAfter()
    {
        history.Append(run, "run_created");
        history.Append(run, "run_succeeded");

        using var answer = JsonDocument.Parse(await http.GetStringAsync($"/api/v1/runs/{run}/events?after=1"));

        Assert.True(answer.RootElement.GetProperty("isFinal").GetBoolean());
        Assert.Equal("run_succeeded", Assert.Single(answer.RootElement.GetProperty("events").EnumerateArray()).GetProperty("type").GetString());
    }

    [Theory]
    [InlineData("nonsense", 400)]
    [InlineData("0", 404)]
    public async Task Get_WrongIdOrRun_IsAProblem(string after, int status)
    {
        using var response = await http.GetAsync($"/api/v1/runs/{Guid.NewGuid()}/events?after={after}");

        Assert.Equal(status, (int)response.StatusCode);
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType!.MediaType);
    }

    private async Task<HttpResponseMessage> OpenAsync(long after)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, $"/api/v1/runs/{run}/events");
        request.Headers.Accept.ParseAdd("text/event-stream");
        if (after > 0)
            request.Headers.Add("Last-Event-ID", $"{after}");
        return await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
    }

    /// <returns>Whether the run's end was seen.</returns>
    private async Task<bool> ReadSomeAsync(List<long> seen, int events)
    {
        using var response = await OpenAsync(seen.LastOrDefault());
        using var reader = new StreamReader(await response.Content.ReadAsStreamAsync());
        while (await reader.ReadLineAsync() is { } line)
        {
            if (line == "event: end")
                return true;
            if (!line.StartsWith("id: ", StringComparison.Ordinal))
                continue;
            seen.Add(long.Parse(line["id: ".Length..], System.Globalization.CultureInfo.InvariantCulture));
            if (--events == 0)
                return false;
        }

        return false;
    }

    private sealed class History : IRunHistory
    {
        private readonly Lock gate = new();
        private readonly List<RunEvent> events = [];

        public IRunNotices Notices { get; set; } = null!;

        public void Append(Guid run, string type)
        {
            RunEvent change;
            lock (gate)
            {
                change = new RunEvent(run, events.Count + 1, type, DateTimeOffset.UnixEpoch, JsonDocument.Parse("{}").RootElement);
                events.Add(change);
            }

            Notices.Publish(new RunNotice(run, change.Version, Guid.Empty));
        }

        public Task<RunEvents?> ReadAsync(Guid runId, long afterVersion, CancellationToken cancellationToken)
        {
            lock (gate)
            {
                var known = events.Where(change => change.RunId == runId).ToList();
                var result = known.Count == 0
                    ? null
                    : new RunEvents([.. known.Where(change => change.Version > afterVersion)], known[^1].Type == "run_succeeded");
                return Task.FromResult(result);
            }
        }
    }
}
