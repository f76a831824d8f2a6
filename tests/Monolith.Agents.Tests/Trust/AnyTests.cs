using Monolith.Agents.Contracts;
using Monolith.Agents.Tests.Support;
using Monolith.PluginFixtures;

namespace Monolith.Agents.Tests.Trust;

[Collection(MarksCollection.Name)]
public sealed class AnyTests : IDisposable
{
    private readonly Publishers publishers = new();

    [Theory]
    [InlineData("unsigned", AgentStatus.Loaded)]
    [InlineData("unknown", AgentStatus.Loaded)]
    [InlineData("changed", AgentStatus.Tampered)]
    [InlineData("another's", AgentStatus.Tampered)]
    [InlineData("damaged", AgentStatus.Tampered)]
    public async Task Start_NobodyIsKnown_OnlyAPluginThatIsNotWhatWasSignedIsRefused(string how, AgentStatus status)
    {
        await using var host = new AgentHost();
        Tampering.Do(how, PluginFixture.Copy("Marking", host.Dropped), publishers);
        Marks.Wipe();
        await host.StartAsync();

        var listing = Assert.Single(host.Catalog.List());

        Assert.Equal(status, listing.Status);
        Assert.Equal(status == AgentStatus.Loaded, Marks.Left is not null);
        Assert.Null(listing.Publisher);
    }

    public void Dispose() => publishers.Dispose();
}
