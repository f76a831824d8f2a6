using System.Diagnostics;
using Monolith.Agents.Sandbox;
using Monolith.Agents.Tests.Support;

namespace Monolith.Agents.Tests.Sandbox.Containers;

public sealed class ContainedLeftoverTests(TestImage image) : ContainedTest(image)
{
    [Fact]
    public async Task KillLeftovers_ContainerOfAHostThatWasKilled_EndsItAndNoOther()
    {
        using var other = new Call();
        await AbandonAsync(Call);
        await AbandonAsync(other);

        await Call.KillLeftoversAsync(Setup());

        Assert.Empty(Image.Of(Call));
        Assert.NotEmpty(Image.Of(other));
        await other.KillLeftoversAsync(Setup());
        Assert.Empty(Image.Of(other));
    }

    /// <summary>Starts a container as a host does, and kills what holds it, as happens to a host that has no time to end it.</summary>
    private async Task AbandonAsync(Call call)
    {
        var environment = new Dictionary<string, string> { ["MONOLITH_RUN"] = call.RunId, ["MONOLITH_EXECUTION"] = "", ["MONOLITH_PROGRAM"] = $"{Guid.NewGuid():N}/1" };
        var program = new ProgramCommand("sh", ["-c", "echo up; exec env -i sleep 1000"], environment);
        var command = Setup().Build().Confine("stub", null, manifest => new SandboxedProgram(program, call.Workspace.Path, call.Workspace.Path, Plugin: null, manifest));
        var start = new ProcessStartInfo(command.File, command.Arguments) { RedirectStandardOutput = true, RedirectStandardInput = true };
        foreach (var (name, value) in command.Environment)
            start.Environment[name] = value;
        using var engine = Process.Start(start)!;
        Assert.Equal("up", await engine.StandardOutput.ReadLineAsync());
        engine.Kill();
        await engine.WaitForExitAsync();
        Assert.NotEmpty(Image.Of(call));
    }
}
