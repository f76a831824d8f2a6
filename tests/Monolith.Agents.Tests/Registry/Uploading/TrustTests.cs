using Microsoft.Extensions.DependencyInjection;
using Monolith.Agents.Registry.Uploading;
using Monolith.Agents.Tests.Support;
using Monolith.PluginFixtures;

namespace Monolith.Agents.Tests.Registry.Uploading;

public sealed class TrustTests(RegistryDatabase database) : RegistryTest(database)
{
    private readonly Publishers publishers = new();
    private readonly TempFolder work = new();

    [Fact]
    public async Task Upload_KnownPublishersOnly_TakesWhatTheySignedAndNothingElse()
    {
        await using var host = await Database.HostAsync(services => services.Configure<PluginsOptions>(options =>
        {
            options.Trust = PluginTrustMode.KnownPublishers;
            options.Publishers["acme"] = publishers.PublicKeyOf("acme");
        }));
        var folder = PluginFixture.Copy(Packages.Plugin, work.Path);

        var unsigned = await AddAsync(host, folder);
        publishers.Sign(folder, "acme");
        var signed = await AddAsync(host, folder);
        File.AppendAllText(Path.Combine(folder, "Monolith.PluginFixtures.Good.deps.json"), " ");
        var tampered = await AddAsync(host, folder);

        Assert.StartsWith("It is not signed.", unsigned.Problems.Single().Message, StringComparison.Ordinal);
        Assert.Equal("acme", signed.Value.Package.Publisher);
        Assert.Contains("changed", tampered.Problems.Single().Message, StringComparison.Ordinal);
        Assert.Equal([signed.Value.Package.ContentHash], await host.VersionsAsync());
    }

    public override Task DisposeAsync()
    {
        publishers.Dispose();
        work.Dispose();
        return base.DisposeAsync();
    }

    private static async Task<Kernel.Result<(Agents.Registry.Store.Package Package, bool IsNew)>> AddAsync(RegistryHost host, string folder)
    {
        using var archive = new MemoryStream();
        await System.IO.Compression.ZipFile.CreateFromDirectoryAsync(folder, archive, System.IO.Compression.CompressionLevel.Fastest, includeBaseDirectory: true);
        archive.Position = 0;
        return await host.Get<PackageUpload>().AddAsync((await host.Get<PackageInbox>().ReceiveAsync(archive, default)).Value, new UploadOrder("upload", "ada"), default);
    }
}
