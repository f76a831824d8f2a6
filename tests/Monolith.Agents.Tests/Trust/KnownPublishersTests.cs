using Monolith.Agents.Contracts;
using Monolith.Agents.Tests.Support;
using Monolith.PluginFixtures;

namespace Monolith.Agents.Tests.Trust;

[Collection(MarksCollection.Name)]
public sealed class KnownPublishersTests : IDisposable
{
    private readonly Publishers publishers = new();

    [Theory]
    [InlineData("unsigned", AgentStatus.Untrusted, "It is not signed. Plugins:Trust lets in")]
    [InlineData("unknown", AgentStatus.Untrusted, "Its publisher 'stranger' is not among Plugins:Publishers.")]
    [InlineData("impostor", AgentStatus.Tampered, "It was not signed with the key of 'acme'.")]
    [InlineData("changed", AgentStatus.Tampered, "one was changed")]
    [InlineData("added", AgentStatus.Tampered, "added")]
    [InlineData("removed", AgentStatus.Tampered, "taken away")]
    [InlineData("renamed", AgentStatus.Tampered, "renamed")]
    [InlineData("another's", AgentStatus.Tampered, "Its files are not those that were signed")]
    [InlineData("damaged", AgentStatus.Tampered, "Its 'monolith.signature.json' is damaged.")]
    public async Task Start_PluginNobodyKnownSignedAsItIs_IsListedAndNoneOfItRuns(string how, AgentStatus status, string reason)
    {
        await using var host = new AgentHost();
        publishers.Trust(host, "acme");
        Tampering.Do(how, PluginFixture.Copy("Marking", host.Dropped), publishers);
        Marks.Wipe();
        await host.StartAsync();

        var listing = host.Only("Marking");

        Assert.Equal(status, listing.Status);
        Assert.Contains(reason, listing.Reason, StringComparison.Ordinal);
        Assert.Null(listing.Publisher);
        Assert.Null(Marks.Left);
        Assert.Contains(host.Logs.Lines, line => line.StartsWith($"Warning Plugin Marking does not serve: {status}: ", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("acme", "acme")]
    [InlineData("globex", "acme", "globex")]
    [InlineData("ACME", "acme", "globex")]
    public async Task Start_PluginOfAKnownPublisher_ServesUnderItsName(string publisher, params string[] known)
    {
        await using var host = new AgentHost();
        publishers.Trust(host, known);
        var folder = PluginFixture.Copy("Marking", host.Dropped);
        publishers.Sign(folder, publisher);
        if (publisher == "ACME")
            File.Copy(publishers.PublicKeyOf("ACME"), publishers.PublicKeyOf("acme"), overwrite: true);
        Marks.Wipe();
        await host.StartAsync();

        Assert.Equal(publisher, host.Catalog.Find("marking")?.Publisher);
        Assert.Equal(" module constructor", Marks.Left);
    }

    public void Dispose() => publishers.Dispose();
}
