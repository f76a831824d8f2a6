using Monolith.Agents.Sdk;
using Monolith.Agents.Testing;

namespace Monolith.Agents.Tests.Authoring;

public sealed class AgentTestTests : IDisposable
{
    private readonly AgentTest test = new(new SampleAgent());

    public void Dispose() => test.Dispose();

    [Fact]
    public async Task Run_FilesOfTheWorkspace_AreReadAndKept()
    {
        test.Workspace.Write("a.txt", "hello");

        var run = await test.RunAsync("copy", """{ "from": "a.txt" }""");

        run.Succeeded().HasOutput("text", "hello").HasMetric("size", 5).HasArtifact("copy").HasFile("copy", "hello");
    }

    [Fact]
    public async Task Run_FakeClock_EndsWhenItIsAdvanced()
    {
        var run = test.RunAsync("wait");
        await test.Log.SawAsync("waiting");
        test.Time.Advance(TimeSpan.FromHours(1));

        (await run).Succeeded().HasOutput("at", 1).Logged("waiting");
    }

    [Fact]
    public async Task Run_Cancelled_IsThrown()
    {
        using var cancellation = new CancellationTokenSource();
        var run = test.RunAsync("wait", cancellationToken: cancellation.Token);
        await test.Log.SawAsync("waiting");
        await cancellation.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => run);
    }

    [Fact]
    public async Task Run_Programs_AreRealUnlessScripted()
    {
        test.Workspace.Write("real.txt", "");
        (await test.RunAsync("list")).Succeeded().HasOutput("files", "real.txt\n").Logged("real.txt");

        var scripted = new ScriptedPrograms(_ => ScriptedPrograms.Ended(0, "other"));
        test.Programs = scripted;
        (await test.RunAsync("list")).HasOutput("files", "other");
        test.Programs = new ScriptedPrograms(_ => throw new ProgramStartException("no ls"));
        (await test.RunAsync("list")).FailedWith(AgentErrorCodes.InsufficientResources, "no ls");
        Assert.Equal("ls", Assert.Single(scripted.Started).FileName);
    }

    [Fact]
    public async Task Run_PeopleDecideAndAnswer_IsOneStory()
    {
        (await test.RunAsync("decide")).Proposed("data_migration");
        test.Decision = TestApproval.Approved();
        (await test.RunAsync("decide")).Asked("why");
        test.Answers = new() { ["why"] = "because" };
        (await test.RunAsync("decide")).Succeeded().HasOutput("why", "because");
    }

    [Fact]
    public async Task Dispose_Workspace_IsGone()
    {
        await test.RunAsync("list");
        test.Dispose();

        Assert.False(Directory.Exists(test.Workspace.Folder));
        Directory.CreateDirectory(test.Workspace.Outside);
    }
}
