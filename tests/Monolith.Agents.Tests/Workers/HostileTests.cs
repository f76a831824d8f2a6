using Monolith.Agents.Sdk;

namespace Monolith.Agents.Tests.Workers;

[Collection(WorkerCollection.Name)]
public sealed class HostileTests(WorkerHost host)
{
    [Theory]
    [InlineData("exit", "ended with exit code 3")]
    [InlineData("overflow", "ended with signal 6 (stack overflow)")]
    [InlineData("throw-on-a-thread", "ended with signal 6")]
    [InlineData("breed", "was killed: it had more than 60 processes and threads")]
    [InlineData("write-rubbish", "sent what is no message of the protocol")]
    public async Task Call_ThatHarmsItsProcess_FailsWithWhatHappenedAndTheNextOneIsServed(string deed, string reason)
    {
        var result = await host.CallAsync("hostile", deed);

        Assert.Equal(AgentErrorCodes.TaskExecutionFailed, result.Error?.Code);
        Assert.True(result.Error!.Retryable);
        Assert.StartsWith("The worker of plugin 'Hostile' ", result.Error.Message);
        Assert.Contains(reason, result.Error.Message);
        Assert.Null((await host.CallAsync("hostile", "fine")).Error);
        Assert.Null((await host.CallAsync("greet", "greet", """{ "name": "Ada" }""")).Error);
    }

    [Theory]
    [InlineData("allocate")]
    [InlineData("allocate-at-once")]
    public async Task Call_ThatAllocatesMoreThanItMay_FailsAndItsProcessGoesOn(string deed)
    {
        var result = await host.CallAsync("hostile", deed);

        Assert.Contains("OutOfMemoryException", result.Error?.Message);
        Assert.Null((await host.CallAsync("hostile", "fine")).Error);
    }
}
