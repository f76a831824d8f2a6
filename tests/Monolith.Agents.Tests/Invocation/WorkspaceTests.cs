using Monolith.Agents.Sdk;
using Monolith.Agents.Tests.Support;

namespace Monolith.Agents.Tests.Invocation;

public sealed class WorkspaceTests : IDisposable
{
    private readonly Call call = new();

    private string Folder => Path.Combine(call.Workspace.Path, "of-the-run");

    [Fact]
    public async Task Invoke_AgentAsksForTheWorkspace_FindsItMade()
    {
        using var agents = new StubAgents((context, _) =>
        {
            File.WriteAllText(Path.Combine(context.Workspace, "file"), "text");
            return Task.FromResult(AgentResult.Success());
        });

        var result = await agents.Invoker.InvokeAsync(call.Of("stub", "do") with { Workspace = Folder }, default);

        Assert.Null(result.Error);
        Assert.True(File.Exists(Path.Combine(Folder, "file")));
    }

    [Fact]
    public async Task Invoke_AgentStartsAProgramOnly_RunsItInTheWorkspace()
    {
        using var agents = new StubAgents(async (context, token) =>
        {
            await context.Programs.RunAsync(new ProgramSpec("touch", "file"), token);
            return AgentResult.Success();
        });

        await agents.Invoker.InvokeAsync(call.Of("stub", "do") with { Workspace = Folder }, default);

        Assert.True(File.Exists(Path.Combine(Folder, "file")));
    }

    [Fact]
    public async Task Invoke_AgentNeedsNoWorkspace_MakesNone()
    {
        using var agents = new StubAgents((_, _) => Task.FromResult(AgentResult.Success()));

        await agents.Invoker.InvokeAsync(call.Of("stub", "do") with { Workspace = Folder }, default);

        Assert.False(Directory.Exists(Folder));
    }

    public void Dispose() => call.Dispose();
}
