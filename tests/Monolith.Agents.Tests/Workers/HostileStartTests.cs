using Monolith.Agents.Contracts;

namespace Monolith.Agents.Tests.Workers;

[Collection(WorkerCollection.Name)]
public sealed class HostileStartTests(WorkerHost host)
{
    [Theory]
    [InlineData("OverflowingConstructor", "ended with signal 6 (stack overflow)")]
    [InlineData("ThrowingConstructor", "flux capacitor")]
    public void Load_PluginThatCannotServe_SaysTheSameAsInTheHostOrHowItsProcessEnded(string plugin, string reason)
    {
        var listing = host.Host.Only(plugin);

        Assert.Equal(AgentStatus.Failed, listing.Status);
        Assert.Contains(reason, listing.Reason);
    }
}
