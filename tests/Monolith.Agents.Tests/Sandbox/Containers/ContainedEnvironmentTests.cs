using Monolith.Agents.Programs;
using Monolith.Agents.Sdk;
using Monolith.Agents.Tests.Support;

namespace Monolith.Agents.Tests.Sandbox.Containers;

public sealed class ContainedEnvironmentTests(TestImage image) : ContainedTest(image)
{
    private const string Lines = "first line\nsecond, \"quoted\" = line";

    [Fact]
    public async Task Run_Environment_IsTheStagesAndNothingOfTheHosts()
    {
        Call.Environment["STAGE"] = "of the stage";
        Call.Environment["DOCKER_TOKEN"] = "of the engine's kind";

        var result = await Call.ConfinedAsync(Setup(), new ProgramSpec("sh", "-c", "echo $STAGE $DOCKER_TOKEN; echo \"$KEY\"; env | cut -d= -f1 | sort | tr '\\n' ' '")
        {
            Environment = new Dictionary<string, string?> { ["KEY"] = Lines },
        });

        var said = result.StandardOutput.Split('\n');
        Assert.Equal(["of the stage of the engine's kind", .. Lines.Split('\n')], said[..3]);
        Assert.DoesNotContain(said[3].Split(' '), name => Environment.GetEnvironmentVariable(name) is not null && !Known.Contains(name));
    }

    [Fact]
    public async Task Run_ValueOfAVariable_StandsInNoListOfProcesses()
    {
        var value = $"value-{Guid.NewGuid():N}";
        Call.Environment["KEY"] = value;

        await Call.WithProgramsAsync(
            async programs =>
            {
                await using var running = programs.Start(new("sh", "-c", "echo up; exec sleep 1000"));
                await Call.SeesAsync("up");
                Assert.Empty(Processes.Saying(value));
                Assert.NotEmpty(Processes.Saying(Call.RunId));
                return true;
            },
            Setup());
    }

    /// <summary>What names nothing of the machine, and what the engine, the sandbox and the shell set.</summary>
    private static readonly HashSet<string> Known = [.. HostEnvironment.PortableVariables().Select(variable => variable.Key), "HOME", "PATH", "TERM", "PWD", "SHLVL", "HOSTNAME"];
}
