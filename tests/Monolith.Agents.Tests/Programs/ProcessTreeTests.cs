using System.Globalization;
using Monolith.Agents.Sdk;
using Monolith.Agents.Tests.Support;

namespace Monolith.Agents.Tests.Programs;

public sealed class ProcessTreeTests
{
    // Leaves its parent, its session and its group; writes its own id for the test to find.
    private const string Daemon =
        "(setsid sh -c 'echo $$ > daemon.new; mv daemon.new daemon; exec sleep 1000' &); "
        + "while [ ! -e daemon ]; do sleep 0.02; done; echo up; ";

    [Fact]
    public async Task Cancel_ProgramThatForkedADaemon_LeavesNoProcess()
    {
        await using var host = await AgentHost.WithAsync("Good");
        using var call = new Call();
        using var cancellation = new CancellationTokenSource();
        var parameters = $$"""{"program":"sh","arguments":["-c","{{Daemon}} sleep 1000"]}""";

        var running = host.Invoker.InvokeAsync(call.Of("greet", "run", parameters), cancellation.Token);
        await call.SeesAsync("up");
        var daemon = DaemonOf(call);
        Assert.True(IsRunning(daemon));
        await cancellation.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => running.WaitAsync(Safety.Limit));
        Assert.False(IsRunning(daemon));
    }

    [Fact]
    public async Task Cancel_DaemonOfAProgramThatHasEnded_IsGoneToo()
    {
        using var call = new Call();
        using var cancellation = new CancellationTokenSource();

        var running = call.WithProgramsAsync(
            async programs =>
            {
                await programs.RunAsync(new("sh", "-c", Daemon), CancellationToken.None);
                await cancellation.CancelAsync();
                return AgentResult.Success();
            },
            cancellationToken: cancellation.Token);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => running.WaitAsync(Safety.Limit));
        Assert.False(IsRunning(DaemonOf(call)));
    }

    [Fact]
    public async Task Cancel_OneOfTwoPrograms_LeavesTheOther()
    {
        using var call = new Call();

        await call.WithProgramsAsync(async programs =>
        {
            using var cancellation = new CancellationTokenSource();
            await using var other = programs.Start(new("sh", "-c", "echo other; exec sleep 1000"));
            await call.SeesAsync("other");
            var running = programs.RunAsync(new("sh", "-c", Daemon + "sleep 1000"), cancellation.Token);
            await call.SeesAsync("up");
            await cancellation.CancelAsync();
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => running);

            Assert.False(IsRunning(DaemonOf(call)));
            Assert.False(other.Exited.IsCompleted);
            return true;
        });
    }

    [Fact]
    public async Task Return_WithAProgramStillServing_EndsIt()
    {
        using var call = new Call();

        var serving = await call.WithProgramsAsync(async programs =>
        {
            var program = programs.Start(new("sh", "-c", Daemon + "exec sleep 1000"));
            await call.SeesAsync("up");
            return program;
        });

        Assert.True(serving.Exited.IsCompleted);
        Assert.False(IsRunning(DaemonOf(call)));
    }

    [Fact]
    public async Task KillLeftovers_OfOneRun_LeavesOtherRunsAlone()
    {
        using var call = new Call();
        using var other = new Call();
        await call.ProgramAsync(new("sh", "-c", Daemon));
        await other.ProgramAsync(new("sh", "-c", Daemon));

        await call.KillLeftoversAsync();

        Assert.False(IsRunning(DaemonOf(call)));
        Assert.True(IsRunning(DaemonOf(other)));
        await other.KillLeftoversAsync();
        Assert.False(IsRunning(DaemonOf(other)));
    }

    private static int DaemonOf(Call call) =>
        int.Parse(File.ReadAllText(Path.Combine(call.Workspace.Path, "daemon")).Trim(), CultureInfo.InvariantCulture);

    // A process that has ended and that nobody has asked about yet still has a folder, but no command line.
    private static bool IsRunning(int id)
    {
        try
        {
            return File.ReadAllBytes($"/proc/{id}/cmdline").Length > 0;
        }
        catch (Exception fault) when (fault is IOException)
        {
            return false;
        }
    }
}
