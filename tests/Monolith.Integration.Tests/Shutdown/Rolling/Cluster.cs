using System.Diagnostics;
using Monolith.Integration.Tests.Hosting;

namespace Monolith.Integration.Tests.Shutdown.Rolling;

/// <summary>Hosts on one PostgreSQL, one Redis and one shared folder, each at an address of its own that stays.</summary>
internal sealed class Cluster : IAsyncDisposable
{
    private readonly TestFolder shared = new();
    private readonly PostgresServer postgres = new();
    private readonly RedisServer redis = new();
    private readonly TestFolder[] folders;
    private readonly HostProcess?[] hosts;

    public Cluster(int size)
    {
        folders = [.. Enumerable.Range(0, size).Select(_ => new TestFolder())];
        hosts = new HostProcess?[size];
        Addresses = [.. folders.Select(_ => new Uri($"http://127.0.0.1:{FreePort.Find()}"))];
        foreach (var folder in folders)
            Plugins.Drop(folder.Path, "Monolith.Fixtures.Recorder", Built.Recorder);
    }

    public IReadOnlyList<Uri> Addresses { get; }

    public string Database => postgres.ConnectionString;

    public string this[string name] => shared[name];

    public Task StartAsync() => Task.WhenAll(Enumerable.Range(0, hosts.Length).Select(StartAsync));

    /// <summary>SIGTERM, wait for the end, start.</summary>
    /// <returns>What an operator would note.</returns>
    public async Task<string> RestartAsync(int index)
    {
        var host = hosts[index]!;
        var clock = Stopwatch.StartNew();
        var exit = await host.StopAsync();
        var stopped = clock.Elapsed;
        Assert.Equal(0, exit);
        var phases = PhaseLog.Line(host);
        await host.DisposeAsync();
        await StartAsync(index);
        return $"host {index}: stopped in {stopped.TotalSeconds:0.00} s ({phases}), up again after {(clock.Elapsed - stopped).TotalSeconds:0.00} s";
    }

    public async ValueTask DisposeAsync()
    {
        await Task.WhenAll(hosts.OfType<HostProcess>().Select(host => host.DisposeAsync().AsTask()));
        redis.Dispose();
        postgres.Dispose();
        shared.Dispose();
        foreach (var folder in folders)
            folder.Dispose();
    }

    private async Task StartAsync(int index) => hosts[index] = await HostProcess.StartAsync(
        folders[index].Path,
        ("ASPNETCORE_URLS", Addresses[index].ToString()),
        ("ConnectionStrings__Postgres", $"{postgres.ConnectionString};Maximum Pool Size=20"),
        ("ConnectionStrings__Redis", $"127.0.0.1:{redis.Port}"),
        ("Storage__SharedDirectory", shared.Path),
        ("Shutdown__Announce", "00:00:01"),
        ("Shutdown__ForceExit", "00:00:50"));
}
