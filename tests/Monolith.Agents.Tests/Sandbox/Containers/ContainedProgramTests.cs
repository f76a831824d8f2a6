using Monolith.Agents.Sdk;
using Monolith.Agents.Tests.Support;

namespace Monolith.Agents.Tests.Sandbox.Containers;

public sealed class ContainedProgramTests(TestImage image) : ContainedTest(image)
{
    [Fact]
    public async Task Run_NoManifest_WorksInTheWorkspaceAndNowhereElse()
    {
        Directory.CreateDirectory(Path.Combine(Call.Workspace.Path, "source"));

        var result = await Call.ConfinedAsync(Setup(), new ProgramSpec("sh", "-c", "pwd; echo inside > ../kept; for f in /x /bin/x /etc/x; do touch $f 2>/dev/null && echo $f; done")
        {
            WorkingFolder = "source",
        });

        Assert.Equal($"{Call.Workspace.Path}/source\n", result.StandardOutput);
        Assert.Equal("inside\n", await File.ReadAllTextAsync(Path.Combine(Call.Workspace.Path, "kept")));
    }

    [Fact]
    public async Task Run_ExitCodeInputAndErrors_AreTheProgramsOwn()
    {
        Assert.Equal(7, (await ShAsync("exit 7")).ExitCode);
        Assert.Equal(137, (await ShAsync("sh -c 'kill -9 $$'; exit $?")).ExitCode);
        Assert.Equal("well\n", (await ShAsync("echo well >&2")).StandardError);
        var echoed = await Call.ConfinedAsync(Setup(), new ProgramSpec("cat") { StandardInput = "said" });
        Assert.Equal("said", echoed.StandardOutput);
    }

    [Fact]
    public async Task Run_TemporaryAndHomeFolder_AreItsOwnAndEmpty()
    {
        var name = $"monolith-{Guid.NewGuid():N}";

        var result = await ShAsync($"cd /tmp && touch {name} ~/{name} /var/tmp/{name} && ls -A ~ | grep -c {name}; ls -A /tmp | wc -l; echo $HOME");

        Assert.Equal($"1\n2\n{Environment.GetFolderPath(Environment.SpecialFolder.UserProfile)}\n", result.StandardOutput);
        Assert.False(File.Exists($"/tmp/{name}"));
    }
}
