using Monolith.Agents.Sdk;
using Monolith.Agents.Tests.Support;

namespace Monolith.Agents.Tests.Sandbox;

public sealed class ConfinementTests : ConfinedTest
{
    [Fact]
    public async Task Run_NoManifest_WorksInTheWorkspaceAndNowhereElse()
    {
        var result = await ShAsync("echo inside > kept.txt; echo outside > /var/tmp/x-$$ && ls /var/tmp; touch /usr/x /etc/x 2>&1; echo done");

        Assert.Equal(0, result.ExitCode);
        Assert.Equal("inside\n", await File.ReadAllTextAsync(Path.Combine(Call.Workspace.Path, "kept.txt")));
        Assert.Contains("Read-only file system", result.StandardOutput, StringComparison.Ordinal);
        Assert.Empty(Directory.GetFiles("/var/tmp", "x-*"));
    }

    [Fact]
    public async Task Run_ExitCodeInputAndSignals_AreTheProgramsOwn()
    {
        Assert.Equal(7, (await ShAsync("exit 7")).ExitCode);
        Assert.Equal(143, (await ShAsync("kill -15 $$")).ExitCode);
        var echoed = await Call.ConfinedAsync(Setup(), new ProgramSpec("cat") { StandardInput = "said" });
        Assert.Equal("said", echoed.StandardOutput);
    }

    [Fact]
    public async Task Run_TemporaryAndHomeFolder_AreItsOwnAndEmpty()
    {
        var name = $"monolith-{Guid.NewGuid():N}";

        var result = await ShAsync($"touch /tmp/{name} ~/{name} && ls -a ~ | grep -c {name}; ls ~/.ssh ~/.aws 2>/dev/null");

        Assert.Equal("1\n", result.StandardOutput);
        Assert.False(File.Exists($"/tmp/{name}"));
    }
}
