using Monolith.Agents.Contracts;

namespace Monolith.Agents.Tests.Workers;

[Collection(WorkerCollection.Name)]
public sealed class HostileStartTests(WorkerHost host)
{
    [Theory]
    [InlineData("OverflowingConstructor", AgentStatus.Failed, "ended with signal 6 (stack overflow)")]
    [InlineData("ThrowingConstructor", AgentStatus.Failed, "flux capacitor")]
    [InlineData("Incompatible", AgentStatus.Incompatible, "Update the host")]
    public void Load_PluginThatCannotServe_SaysTheSameAsInTheHostOrHowItsProcessEnded(string plugin, AgentStatus status, string reason)
    {
        var listing = host.Host.Only(plugin);

        Assert.Equal(status, listing.Status);
        Assert.Contains(reason, listing.Reason);
    }
}
