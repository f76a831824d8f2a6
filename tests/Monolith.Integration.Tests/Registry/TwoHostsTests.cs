using Monolith.Integration.Tests.Hosting;

namespace Monolith.Integration.Tests.Registry;

/// <summary>Two real hosts on one database. Its short sister is the module's own TwoHostsTests.</summary>
public sealed class TwoHostsTests : IDisposable
{
    private readonly TestFolder one = new();
    private readonly TestFolder two = new();

    [Fact]
    [Trait("Length", "Long")]
    public async Task Upload_OnOneHost_RunsOnTheOtherGetIt()
    {
        await using var first = await HostProcess.StartAsync(one.Path);
        await using var second = await HostProcess.StartAsync(two.Path, ("ConnectionStrings__Postgres", $"Host={one["postgres/socket"]};Username=monolith;Database=monolith"));

        var version = await first.Http.UploadedAsync(Package.Of("shared"));
        while (await second.Http.ServingAsync() != version)
            await Task.Delay(50);

        var run = await second.Http.EndAsync(await second.Http.StartAsync("""
            name: greeted
            stages: [{ id: a, agent: greet, action: greet, parameters: { name: Ada } }]
            """));
        Assert.Equal("success", run.GetProperty("status").GetString());
        var hosts = (await first.Http.JsonAsync($"{PackageCalls.Packages}/{Package.Plugin}")).GetProperty("hosts").EnumerateArray();
        Assert.Equal([version, version], hosts.Select(host => host.GetProperty("contentHash").GetString()));
    }

    public void Dispose()
    {
        one.Dispose();
        two.Dispose();
    }
}
