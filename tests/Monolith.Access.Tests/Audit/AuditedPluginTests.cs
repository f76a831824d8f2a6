using Monolith.Access.Tests.Support;

namespace Monolith.Access.Tests.Audit;

[Collection(OneKeyedHost.Name)]
public sealed class AuditedPluginTests(KeyedHostFixture keyed)
{
    [Theory]
    [InlineData("Monolith.Plugins.Command", "Loaded")]
    [InlineData("Forged", "Tampered")]
    public async Task Start_EachPlugin_IsThereWithWhatBecameOfIt(string plugin, string result)
    {
        var entry = Assert.Single(await keyed.Admin.EntriesAsync($"action=plugin.load&subject={plugin}"));

        Assert.Equal(result, entry.Text("result"));
        Assert.Equal(64, entry.GetProperty("detail").Text("contentHash")?.Length);
        Assert.Equal("", entry.GetProperty("detail").Text("publisher"));
    }
}
