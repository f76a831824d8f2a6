using Monolith.Client.Tests.Support;

namespace Monolith.Client.Tests.Runs;

[Collection(OneHost.Name)]
public sealed class StartTests(HostFixture host)
{
    [Fact]
    public async Task Run_FileWithInputs_TellsItsStagesAndExitsWithZero()
    {
        var typed = await Typed.AtAsync(host, "run", host.Write("greet.yaml", Definitions.Greet), "--input", "who=Ada");

        Assert.True(typed.ExitCode == 0, $"{typed}");
        Assert.Matches("done   greet +[0-9.]+ s", typed.Out);
    }

    [Fact]
    public async Task Run_StageFails_ExitsWithOneAndSaysWhy()
    {
        var typed = await Typed.AtAsync(host, "run", host.Write("fails.yaml", Definitions.Greet), "-i", "who=nobody");

        Assert.True(typed.ExitCode == 1, $"{typed}");
        Assert.Contains("TASK_EXECUTION_FAILED", typed.Out, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("There is no pipeline 'nope'", "run", "nope")]
    [InlineData("There is no file 'nope.yaml'", "run", "nope.yaml")]
    [InlineData("Type --input name=value", "run", "greet", "--input", "who")]
    public async Task Run_WhatIsNotThere_ExitsWithTwoAndOneLine(string said, params string[] words)
    {
        var typed = await Typed.AtAsync(host, words);

        Assert.True(typed.ExitCode == 2, $"{typed}");
        Assert.StartsWith($"monolith: ", Assert.Single(typed.Error.TrimEnd().Split('\n')), StringComparison.Ordinal);
        Assert.Contains(said, typed.Error, StringComparison.Ordinal);
    }
}
