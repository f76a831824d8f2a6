using Monolith.Agents.Registry;
using Monolith.PluginFixtures;

namespace Monolith.Agents.Tests.Registry;

/// <summary>A plugin of the registry that was dropped as a folder, too.</summary>
public sealed class FolderTests(RegistryDatabase database) : RegistryTest(database)
{
    [Fact]
    public async Task Upload_PluginThatIsAFolderToo_WinsUntilItsVersionsAreDeleted()
    {
        await using var host = await Database.HostAsync();
        var desk = host.Get<PackageDesk>();
        PluginFixture.Copy(Packages.Plugin, host.Dropped);
        await host.LookAsync();
        var folder = host.Serving;

        var uploaded = await host.UploadAsync("1");
        await host.LookAsync();
        Assert.NotNull(folder);
        Assert.Equal(uploaded, host.Serving);

        await desk.EnableAsync(Packages.Plugin, isEnabled: false, "ada", default);
        await host.LookAsync();
        Assert.Null(host.Serving);

        Assert.Null(await desk.DeleteAsync(Packages.Plugin, uploaded, "ada", default));
        await desk.EnableAsync(Packages.Plugin, isEnabled: true, "ada", default);
        await host.LookAsync();
        Assert.Equal(folder, host.Serving);
    }
}
