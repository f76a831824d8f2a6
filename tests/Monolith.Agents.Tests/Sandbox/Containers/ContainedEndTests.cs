using System.Diagnostics;
using Monolith.Agents.Sdk;
using Monolith.Agents.Tests.Support;

namespace Monolith.Agents.Tests.Sandbox.Containers;

public sealed class ContainedEndTests(TestImage image) : ContainedTest(image)
{
    /// <summary>Without the marks by which processes are found.</summary>
    private static readonly ProgramSpec Sleep = new("sh", "-c", "echo up; exec env -i sleep 1000");

    [Fact]
    public async Task Cancel_ProgramThatClearedItsEnvironment_EndsTheContainerAndTheOneOfItsNetwork()
    {
        await Call.WithProgramsAsync(
            async programs =>
            {
                using var cancellation = new CancellationTokenSource();
                var running = programs.RunAsync(Sleep, cancellation.Token);
                await Call.SeesAsync("up");
                Assert.Equal(2, Image.Of(Call).Split('\n').Length);
                await cancellation.CancelAsync();
                await Assert.ThrowsAnyAsync<OperationCanceledException>(() => running);
                return true;
            },
            Setup(new AgentCapabilities { Hosts = ["example.com"] }));

        Assert.Empty(Image.Of(Call));
    }

    [Fact]
    public async Task Exit_OfTheEngineAlone_EndsTheContainer()
    {
        var result = await Call.WithProgramsAsync(
            async programs =>
            {
                var running = programs.RunAsync(Sleep, CancellationToken.None);
                await Call.SeesAsync("up");
                using var engine = Process.GetProcessById(Assert.Single(Processes.Saying($"--label=MONOLITH_RUN={Call.RunId}")));
                engine.Kill();
                return await running;
            },
            Setup());

        Assert.Equal(137, result.ExitCode);
        Assert.Empty(Image.Of(Call));
    }
}
