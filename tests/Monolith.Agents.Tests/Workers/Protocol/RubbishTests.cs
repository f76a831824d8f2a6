using Monolith.Agents.Contracts;
using Monolith.Agents.Tests.Support;

namespace Monolith.Agents.Tests.Workers.Protocol;

/// <summary>Programs that do not speak the protocol as they should.</summary>
public sealed class RubbishTests
{
    [Theory]
    [InlineData("echo hello; sleep 60", "sent what is no message of the protocol")]
    [InlineData("echo '[]'; sleep 60", "sent something that is no object")]
    [InlineData("echo '{}'; sleep 60", "sent 'type' as no text, or not at all")]
    [InlineData("""echo '{ "type": "ready", "protocol": 2 }'; sleep 60""", "speaks version 2 of the protocol; this host speaks 1")]
    [InlineData("""echo '{ "type": "ready", "protocol": 1, "agents": [] }'; cat""", "serves no agent")]
    [InlineData("""echo '{ "type": "ready", "protocol": 1, "agents": [{ "name": "A b", "version": "1", "actions": [] }] }'; cat""", "is not valid")]
    [InlineData("head -c 20000000 /dev/zero | tr '\\0' a; sleep 60", "sent a line of more than 16777216 bytes")]
    [InlineData("echo the module is missing >&2; exit 4", "ended with exit code 4; it last said: the module is missing")]
    public async Task Load_ProgramThatDoesNotGreetAsItShould_FailsWithTheReason(string script, string reason)
    {
        await using var host = await ShellPlugins.StartAsync(script);

        Assert.Equal(AgentStatus.Failed, host.Only("shell").Status);
        Assert.Contains(reason, host.Only("shell").Reason);
    }

    [Fact]
    public async Task Load_ProgramThatRefuses_HasItsReason()
    {
        await using var host = await ShellPlugins.StartAsync("""echo '{ "type": "refused", "code": "UNSUPPORTED_VERSION", "reason": "Not with this host." }'; cat""");

        Assert.Equal((AgentStatus.Incompatible, "Not with this host."), (host.Only("shell").Status, host.Only("shell").Reason));
    }

    [Fact]
    public async Task Load_ProgramThatNeverGreets_FailsAfterTheLimit()
    {
        await using var host = await ShellPlugins.StartAsync("read hello; cat", loadTimeoutSeconds: 1);

        Assert.Contains("within 1 s", host.Only("shell").Reason);
    }

    [Theory]
    [InlineData("no JSON", "sent what is no message of the protocol")]
    [InlineData("""{ "type": "result", "call": 1, "outputs": 5 }""", "sent 'outputs' as no object")]
    [InlineData("""{ "type": "request", "call": 1, "request": 1, "do": "dance" }""", "asked for 'dance'")]
    [InlineData("""{ "type": "dance", "call": 1 }""", "sent a message of the type 'dance'")]
    public async Task Call_AnsweredWithRubbish_FailsWithTheReason(string answer, string reason)
    {
        await using var host = await ShellPlugins.StartAsync($"read hello; echo '{ShellPlugins.Ready}'; read call; echo '{answer}'; sleep 60");
        using var call = new Call();

        var error = (await host.Invoker.InvokeAsync(call.Of("shell", "do"), CancellationToken.None).WaitAsync(Safety.Limit)).Error!;

        Assert.Contains(reason, error.Message);
        Assert.True(error.Retryable);
    }
}
