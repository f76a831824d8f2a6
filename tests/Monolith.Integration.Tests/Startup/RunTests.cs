using Monolith.Integration.Tests.Hosting;

namespace Monolith.Integration.Tests.Startup;

public sealed class RunTests
{
    private const string Greet = """
        name: greet
        inputs:
          who: { required: true }
          times: { type: number, default: 1 }
        stages:
          - id: greet
            agent: command
            action: run
            parameters: { script: 'test "$WHO" = "Ada: 2"' }
            environment: { WHO: "${{ inputs.who }}: ${{ inputs.times }}" }
        """;

    [Fact]
    public async Task Run_WithInputs_TellsEachStageAndExitsWithZero()
    {
        using var folder = new TestFolder();

        var (exitCode, output) = await RunAsync(folder, Greet, "--input", "who=Ada", "--input=times=2");

        Assert.True(exitCode == 0, output);
        Assert.Matches("done   greet +[0-9.]+ s", output);
    }

    [Fact]
    public async Task Run_StageFails_ExitsWithOne()
    {
        using var folder = new TestFolder();

        var (exitCode, output) = await RunAsync(folder, Greet, "--input", "who=Eve");

        Assert.True(exitCode == 1, output);
        Assert.Contains("TASK_EXECUTION_FAILED", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Run_WrongDefinition_ExitsWithTwoAndNamesEachPlace()
    {
        using var folder = new TestFolder();

        var (exitCode, output) = await RunAsync(folder, "name: x\nstages:\n  - id: a\n    agent: command\n    action: walk\n    timeout: soon\n");

        Assert.Equal(2, exitCode);
        Assert.Contains("stages[0].timeout: ", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Run_WrongWords_ExitsWithTwoBeforeAnythingStarts()
    {
        using var folder = new TestFolder();

        var (exitCode, output) = await HostProcess.RunAsync(folder.Path, ["run", "missing.yaml", "another.yaml", "--input", "who"]);

        Assert.Equal(2, exitCode);
        Assert.Contains("no file 'missing.yaml'", output, StringComparison.Ordinal);
        Assert.Contains("another.yaml: ", output, StringComparison.Ordinal);
        Assert.Contains("'who' has no name and value", output, StringComparison.Ordinal);
        Assert.False(Directory.Exists(folder["postgres"]));
    }

    private static async Task<(int ExitCode, string Output)> RunAsync(TestFolder folder, string definition, params string[] more)
    {
        var file = folder["definition.yaml"];
        await File.WriteAllTextAsync(file, definition);
        return await HostProcess.RunAsync(folder.Path, ["run", file, .. more]);
    }
}
