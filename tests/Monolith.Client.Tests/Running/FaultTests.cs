using Monolith.Client.Tests.Support;

namespace Monolith.Client.Tests.Running;

public sealed class FaultTests
{
    private const string Nowhere = "http://127.0.0.1:1";

    [Theory]
    [InlineData("There is no command 'rnu'. Did you mean 'run'?", "rnu")]
    [InlineData("There is no command 'lst' of 'pipelines'. Did you mean 'list'?", "pipelines", "lst")]
    [InlineData("There is no option '--no-wiat' of 'run'. Did you mean '--no-wait'?", "run", "x", "--no-wiat")]
    [InlineData("There is no option '--no-wiat' of 'run'. Did you mean '--no-wait'?", "run", "--no-wiat")]
    [InlineData("There is no option '--profil' of 'runs'. Did you mean '--profile'?", "runs", "--profil", "x")]
    [InlineData("'12' is not the id of a run; monolith runs lists them.", "watch", "12")]
    [InlineData("Required argument 'run' missing", "watch")]
    [InlineData("--remark: this is no JSON", "approve", "00000000-0000-0000-0000-000000000001", "--remark", "{")]
    public async Task Type_WrongWords_ExitsWithTwoAndOneLine(string said, params string[] words)
    {
        var typed = await Typed.AtAsync(Nowhere, words);

        Assert.True(typed.ExitCode == 2, $"{typed}");
        Assert.StartsWith($"monolith: {said}", Assert.Single(typed.Error.TrimEnd().Split('\n')), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Type_HostIsNotThere_ExitsWithThree()
    {
        var typed = await Typed.AtAsync(Nowhere, "runs");

        Assert.True(typed.ExitCode == 3 && typed.Error.StartsWith("monolith: The host does not answer: ", StringComparison.Ordinal), $"{typed}");
    }

    [Theory]
    [InlineData("Commands:")]
    [InlineData("--priority", "run", "--help")]
    public async Task Type_HelpOrNothing_ExplainsAndExitsWithZero(string said, params string[] words)
    {
        var typed = await Typed.AtAsync(Nowhere, words);

        Assert.True(typed.ExitCode == 0 && typed.Out.Contains(said, StringComparison.Ordinal), $"{typed}");
    }
}
