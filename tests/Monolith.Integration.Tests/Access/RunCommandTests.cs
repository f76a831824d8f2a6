using Monolith.Integration.Tests.Hosting;

namespace Monolith.Integration.Tests.Access;

public sealed class RunCommandTests
{
    [Fact]
    public async Task Run_WherePeopleSignIn_LetsItsOwnProcessIn()
    {
        using var folder = new TestFolder();
        await File.WriteAllTextAsync(folder["hello.yaml"], "name: hello\nstages: [{ id: a, agent: command, action: run, parameters: { command: 'true' } }]\n");

        var (exitCode, output) = await HostProcess.RunAsync(folder.Path, ["run", folder["hello.yaml"]], ("Access__Anonymous", "false"));

        Assert.True(exitCode == 0, output);
    }
}
