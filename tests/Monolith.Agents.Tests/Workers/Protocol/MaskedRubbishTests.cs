using Monolith.Agents.Tests.Support;

namespace Monolith.Agents.Tests.Workers.Protocol;

public sealed class MaskedRubbishTests
{
    [Fact]
    public async Task Call_WhoseProgramSpillsItsSecretAndDies_LeavesItNeitherInTheLogNorInTheError()
    {
        await using var host = await ShellPlugins.StartAsync($$"""read hello; echo '{{ShellPlugins.Ready}}'; read call; echo s3cret-value >&2; echo '{ "type": "s3cret-value", "call": 1 }'; cat""");
        using var call = new Call();
        call.Secrets["token"] = "s3cret-value";

        var error = (await host.Invoker.InvokeAsync(call.Of("shell", "do"), CancellationToken.None).WaitAsync(Safety.Limit)).Error!;
        await host.Logs.SeesAsync("It was started anew");

        Assert.Contains("a message of the type '***'", error.Message);
        Assert.Contains("Information Worker of plugin shell: ***", host.Logs.Lines);
        Assert.DoesNotContain(host.Logs.Lines, line => line.Contains("s3cret", StringComparison.Ordinal));
    }
}
