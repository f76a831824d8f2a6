using System.Text.Json.Nodes;
using Microsoft.Extensions.Time.Testing;
using Monolith.Cli.Progress;
using Monolith.Cli.Running;
using Monolith.Client.Watching;

namespace Monolith.Client.Tests.Progress;

public sealed class LiveTableTests
{
    private readonly FakeTimeProvider time = new(new DateTimeOffset(2026, 11, 29, 12, 0, 0, TimeSpan.Zero));
    private readonly StringWriter screen = new();

    [Fact]
    public async Task Table_StageAtWork_CountsItsSecondsInPlace()
    {
        await using var table = Table(height: 24, "build", "test");
        table.Tell(Change("stage_started", "build"));
        screen.GetStringBuilder().Clear();

        time.Advance(TimeSpan.FromSeconds(1));

        Assert.Equal("\e[2A\e[J  running  build      1.0 s\n  pending  test\n", screen.ToString());
    }

    [Fact]
    public async Task Table_MoreStagesThanRows_ShowsThoseThatBegan()
    {
        await using var table = Table(height: 6, "a", "b", "c", "d");
        table.Tell(Change("stage_started", "c"));

        Assert.EndsWith("\n\n  running  c      0.0 s\n", screen.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Table_RunIsOver_StaysAsItIs()
    {
        await using var table = Table(height: 24, "a");
        table.End(new RunResponse { Status = RunStatus.Success });
        screen.GetStringBuilder().Clear();

        time.Advance(TimeSpan.FromSeconds(5));

        Assert.Equal("", screen.ToString());
    }

    private LiveTable Table(int height, params string[] stages)
    {
        var around = new Surroundings(screen, screen, _ => "1", time) { IsTerminal = true, Size = () => (80, height) };
        var table = new LiveTable(around, new RunReport(screen, "http://host", isColoured: false));
        table.Begin(new RunResponse { Pipeline = "p", Stages = [.. stages.Select(stage => new StageResponse { Id = stage })] });
        return table;
    }

    private RunEvent Change(string type, string stage) => new() { Type = type, At = time.GetUtcNow(), Data = new JsonObject { ["stage"] = stage } };
}
