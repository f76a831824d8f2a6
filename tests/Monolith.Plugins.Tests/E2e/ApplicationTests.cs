using System.Text.Json.Nodes;

namespace Monolith.Plugins.Tests.E2e;

public sealed class ApplicationTests : E2eTestBase
{
    [Fact]
    public async Task Run_ApplicationThatEnds_SaysItsLastLines()
    {
        var app = App;
        app["arguments"] = new JsonArray(typeof(Program).Assembly.Location, "break");
        var context = Context("run", new JsonObject { ["app"] = app, ["inline"] = Scenarios.FailingAndFlaky });

        var result = await DoAsync(context);

        result.FailedWith(AgentErrorCodes.TaskExecutionFailed).Says("exit code 3").Says("no database");
        Assert.Contains("no database", await File.ReadAllTextAsync(Workspace.At(Assert.Single(result.Artifacts).Path)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Run_Cancelled_ApplicationIsGone()
    {
        using var cancel = new CancellationTokenSource();
        var context = Context("run", new JsonObject { ["app"] = App, ["inline"] = Scenarios.Endless, ["stepTimeout"] = "60s" });

        var run = new Plugins.E2e.E2eAgent().ExecuteAsync(context, cancel.Token);
        await context.Lines.SawAsync("chromium");
        await cancel.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => run);
        AssertApplicationIsGone();
    }
}
