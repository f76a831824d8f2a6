using System.Text.Json.Nodes;
using Monolith.Agents.Registry.Api.Http;
using Monolith.Agents.Registry.Shadowing;
using Monolith.Agents.Sdk;
using Monolith.Agents.Tests.Support;
using Monolith.Kernel;

namespace Monolith.Agents.Tests.Registry.Shadowing;

public sealed class ShadowExecutionTests : IDisposable
{
    private readonly TempFolder data = new();
    private readonly ObservedTime time = new();

    [Fact]
    public async Task Do_PathsInTheWorkspace_AreThoseOfTheRun()
    {
        var then = Path.Combine(new DataFolders(data.Path).Workspaces, Attempts.Recorded.RunId.ToString(), "file");
        var recorded = Attempts.Recorded with { Outcome = Attempts.Recorded.Outcome! with { Outputs = System.Text.Json.JsonElement.Parse($$"""{"path":"{{then}}"}""") } };

        var attempt = await DoAsync((context, _) => Task.FromResult(AgentResult.Success() with { Outputs = new JsonObject { ["path"] = Path.Combine(context.Workspace, "file") } }), recorded);

        Assert.Equal((ShadowResult.Same, null), (attempt.Result, attempt.Reason));
    }

    [Fact]
    public async Task Do_AgentThatNeverEnds_IsLeft()
    {
        var doing = DoAsync((_, _) => new TaskCompletionSource<AgentResult>().Task, Attempts.Recorded);
        await time.TimerOfAsync(TimeSpan.FromMinutes(1));
        time.Advance(TimeSpan.FromMinutes(1));

        Assert.Equal("It did not end within 60 s.", (await doing).Reason);
    }

    [Fact]
    public async Task Do_AgentWhoseManifestNamesHosts_IsNotCalled()
    {
        var agent = Attempts.Agent((_, _) => throw new InvalidOperationException("It was called."), new AgentCapabilities { Hosts = ["*"] });

        var attempt = await new ShadowExecution(new DataFolders(data.Path), time).DoAsync(agent, Attempts.Recorded, default);

        Assert.Equal(ShadowResult.NotCompared, attempt.Result);
        Assert.StartsWith("Its manifest names hosts", attempt.Reason, StringComparison.Ordinal);
    }

    public void Dispose() => data.Dispose();

    private Task<ShadowAttempt> DoAsync(Func<IAgentContext, CancellationToken, Task<AgentResult>> does, Pipelines.Contracts.Replaying.RecordedAttempt recorded) =>
        new ShadowExecution(new DataFolders(data.Path), time).DoAsync(Attempts.Agent(does), recorded, default);
}
