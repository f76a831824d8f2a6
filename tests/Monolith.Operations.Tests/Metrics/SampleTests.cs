using Microsoft.Extensions.Time.Testing;
using Monolith.Operations.Tests.Support;
using Monolith.Pipelines.Contracts;

namespace Monolith.Operations.Tests.Metrics;

public sealed class SampleTests
{
    private static readonly OpenRuns Some = new(
        new Dictionary<RunStatus, long> { [RunStatus.Queued] = 3, [RunStatus.Waiting] = 2 }, TimeSpan.FromSeconds(90))
    {
        Decisions = 4,
        Clarifications = 1,
    };

    [Fact]
    public async Task Read_RunsOpen_AreByStatusWithQueueAndAge()
    {
        await using var app = await MetricsApp.StartAsync();
        app.Census.Answer = () => Task.FromResult(Some);

        var lines = await app.LinesAsync();

        Assert.Contains("""monolith_runs{status="queued"} 3""", lines);
        Assert.Contains("""monolith_runs{status="running"} 0""", lines);
        Assert.Contains("monolith_queue_depth 3", lines);
        Assert.Contains("monolith_queue_age_seconds 90", lines);
        Assert.Contains("monolith_decisions_pending 4", lines);
        Assert.Contains("monolith_clarifications_pending 1", lines);
        Assert.Contains("monolith_of_another_module 7", lines);
    }

    [Fact]
    public async Task Read_OftenAndShortlyAfterEachOther_AsksOnce()
    {
        var time = new FakeTimeProvider();
        await using var app = await MetricsApp.StartAsync(time: time);

        await app.LinesAsync();
        await app.LinesAsync();
        var atOnce = app.Census.Asked;
        time.Advance(TimeSpan.FromSeconds(3));
        await app.LinesAsync();

        Assert.Equal((1, 2), (atOnce, app.Census.Asked));
    }

    [Fact]
    public async Task Read_DatabaseHangs_AnswersWithoutOldFigures()
    {
        var time = new FakeTimeProvider();
        await using var app = await MetricsApp.StartAsync(time: time);
        app.Census.Answer = () => Task.FromResult(Some);
        await app.LinesAsync();
        app.Census.Answer = () => new TaskCompletionSource<OpenRuns>().Task;
        time.Advance(TimeSpan.FromSeconds(3));

        var lines = await app.LinesAsync();

        Assert.Contains("""monolith_component_up{component="database"} 0""", lines);
        Assert.DoesNotContain(lines, line => line.StartsWith("monolith_queue", StringComparison.Ordinal) || line.StartsWith("monolith_runs{", StringComparison.Ordinal));

        app.Census.Answer = () => Task.FromResult(Some);
        time.Advance(TimeSpan.FromSeconds(3));
        Assert.Contains("monolith_queue_depth 3", await app.LinesAsync());
    }

    [Fact]
    public async Task Read_RedisNotConfigured_HasNoSeries()
    {
        await using var app = await MetricsApp.StartAsync();

        Assert.DoesNotContain(await app.LinesAsync(), line => line.Contains("redis", StringComparison.Ordinal));
    }
}
