using System.Security.Cryptography;
using System.Text;
using Monolith.Access.Tests.Support;
using Monolith.Integration.Tests.Hosting;

namespace Monolith.Access.Tests.Audit;

/// <summary>Two hosts on one database that goes away while admins make keys at both.</summary>
public sealed class OutageTests : IAsyncLifetime
{
    private readonly PostgresServer server = new();
    private RealHost[] hosts = [];
    private TcpProxy? way;

    public async Task InitializeAsync()
    {
        way = new TcpProxy(server.Port);
        var hash = Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(KeyedHostFixture.FirstKey)));
        string[] settings = [$"--ConnectionStrings:Postgres={PostgresServer.At(way.Port)}", $"--Access:Bootstrap:KeyHash={hash}", "--Access:Bootstrap:Name=root"];
        hosts = [await RealHost.StartAsync(settings), await RealHost.StartAsync(settings)];
    }

    public async Task DisposeAsync()
    {
        foreach (var host in hosts)
            await host.DisposeAsync();
        way!.Dispose();
        server.Dispose();
    }

    [Fact]
    [Trait("Length", "Long")]
    public async Task Change_ThroughAnOutage_IsRefusedWhileItLastsAndTheChainIsWhole()
    {
        var makers = hosts.Select((host, number) => new KeyMaker(host, $"host{number}")).ToList();
        await Task.WhenAll(makers.Select(maker => maker.MakeAsync("before", 20)));
        way!.HangUp();
        await Task.WhenAll(makers.Select(maker => maker.MakeAsync("during", 3)));
        way.Refuses = false;
        await Task.WhenAll(makers.Select(maker => maker.MakeUntilItWorksAsync("after")));

        Assert.All(makers, maker => Assert.Equal((20, 0), (maker.Made("before"), maker.Made("during"))));
        foreach (var maker in makers)
        {
            Assert.Equal(0, await maker.VerifyAsync());
            Assert.DoesNotContain("during", await maker.KeysAsync(), StringComparison.Ordinal);
            Assert.Equal(20, await maker.EntriesAsync("before"));
            maker.Dispose();
        }
    }
}
