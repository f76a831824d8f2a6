using Microsoft.Extensions.Logging;
using Monolith.Agents.Sandbox;
using Monolith.Agents.Sdk;
using Monolith.Agents.Tests.Support;

namespace Monolith.Agents.Tests.Sandbox.Containers;

public sealed class ContainerProbeTests(TestImage image) : ContainedTest(image)
{
    [Theory]
    [InlineData("/nonexistent/podman", "some", "Sandbox:Container:Engine: there is no program '/nonexistent/podman'. Install podman")]
    [InlineData("/bin/false", "some", "Sandbox:Container:Engine: /bin/false does not work:")]
    [InlineData("", "localhost/nosuch", "Get it by 'podman pull localhost/nosuch', or name another")]
    [InlineData("", "", "Set Sandbox:Container:Image to one")]
    public async Task Run_NoEngineOrImage_IsRefusedWithWhatToDo(string engine, string name, string said)
    {
        var options = Image.Options;
        (options.Container.Engine, options.Container.Image) = (engine, name);

        var fault = await Assert.ThrowsAsync<ProgramStartException>(() => ShAsync("true", options: options));

        Assert.Contains(said, fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Start_NoImage_IsTold()
    {
        var logs = new CollectedLogs();
        var options = Image.Options;
        options.Container.Image = "";
        using var startup = new SandboxStartup(Setup(options: options).Build(), new Logger<SandboxStartup>(new LoggerFactory([logs])));

        await startup.StartAsync(CancellationToken.None);
        await startup.ExecuteTask!;

        Assert.StartsWith("Warning Programs of agents are refused: Sandbox:Mode is Container, but no image is named.", Assert.Single(logs.Lines), StringComparison.Ordinal);
    }
}
