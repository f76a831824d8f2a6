using Monolith.Agents.Sdk;
using Monolith.Agents.Tests.Support;

namespace Monolith.Agents.Tests.Workers;

/// <summary>The sample in Python, called for real.</summary>
[Collection(WorkerCollection.Name)]
public sealed class PythonTests(WorkerHost host)
{
    [Fact]
    public async Task Count_FileOfTheWorkspace_GivesOutputsMetricsArtifactsAndLog()
    {
        using var call = new Call();
        call.Workspace.File("text.txt", "one two\nthree ä\n");

        var result = await host.CallAsync(call, "words", "count", """{ "path": "text.txt" }""");

        Assert.Null(result.Error);
        Assert.Equal("""{"words":4,"lines":2}""", result.Outputs.ToJsonString());
        Assert.Equal(4, result.Metrics["words.count"]);
        Assert.Equal(new AgentArtifact("counted", "text.txt"), Assert.Single(result.Artifacts));
        Assert.Equal(["2 text.txt", "text.txt: 4 words, 2 lines"], call.Lines);
    }

    [Fact]
    public async Task Count_FileThatIsNotThere_FailsAsItSays()
    {
        var error = (await host.CallAsync("words", "count", """{ "path": "none" }""")).Error;

        Assert.Equal(new AgentError(AgentErrorCodes.WorkspaceError, "There is no file 'none' in the workspace.", Retryable: false), error);
    }

    [Fact]
    public async Task Count_ParametersThatItDoesNotExpect_IsItsException()
    {
        using var call = new Call();

        var error = (await host.CallAsync(call, "words", "count")).Error;

        Assert.Equal(new AgentError(AgentErrorCodes.TaskExecutionFailed, "KeyError: 'path'", Retryable: false), error);
        Assert.Contains(call.Lines, line => line.Contains("agent.py", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Wait_Cancelled_EndsByItself()
    {
        using var call = new Call();
        using var cancellation = new CancellationTokenSource();
        var running = host.Host.Invoker.InvokeAsync(call.Of("words", "wait"), cancellation.Token);
        await call.SeesAsync("waiting");

        await cancellation.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => running.WaitAsync(Safety.Limit));
        Assert.Equal("cancelled", call.Lines.Last());
    }
}
