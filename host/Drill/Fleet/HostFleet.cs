namespace Monolith.Host.Drill.Fleet;

/// <summary>The hosts of the drill, numbered from 1.</summary>
internal sealed class HostFleet(HostProgram program, DrillFolder folder, int count) : IAsyncDisposable
{
    private static readonly TimeSpan StartPatience = TimeSpan.FromSeconds(90);

    private readonly DrillHost[] hosts = [.. Enumerable.Range(1, count).Select(number => new DrillHost(number, program, folder))];

    public DrillHost this[int number] => hosts[number - 1];

    public int EndedByThemselves => hosts.Sum(host => host.EndedByItself);

    /// <summary>Starts all and waits until they listen.</summary>
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        foreach (var host in hosts)
            host.Begin();
        await Task.WhenAll(hosts.Select(host => host.Up)).WaitAsync(StartPatience, cancellationToken);
    }

    /// <returns>Where one listens, which may be dead or frozen by now; null when none is known.</returns>
    public Uri? AnyAddress()
    {
        var known = hosts.Select(host => host.Address).OfType<Uri>().ToArray();
        return known.Length == 0 ? null : known[Random.Shared.Next(known.Length)];
    }

    public async ValueTask DisposeAsync() => await Task.WhenAll(hosts.Select(host => host.DisposeAsync().AsTask()));
}
