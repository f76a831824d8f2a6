using System.Collections.Concurrent;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using Monolith.Agents.Agreement;
using Monolith.Agents.Contracts;
using Monolith.Agents.Tests.Support;

namespace Monolith.Agents.Tests.Catalog.Swapping;

public sealed class KeepingTests : IPinnedPlugins
{
    private readonly FakeTimeProvider time = new(DateTimeOffset.UnixEpoch.AddYears(60));
    private readonly ConcurrentDictionary<string, bool> pinned = new();
    private readonly SemaphoreSlim asked = new(0);

    public Task<IReadOnlySet<string>> OfUnfinishedRunsAsync(CancellationToken cancellationToken)
    {
        asked.Release();
        return Task.FromResult<IReadOnlySet<string>>(pinned.Keys.ToHashSet());
    }

    [Fact]
    public async Task Keep_VersionThatARunIsPinnedTo_IsUnloadedWhenTheRunHasEnded()
    {
        await using var host = new AgentHost();
        host.Services.AddSingleton<TimeProvider>(time).AddSingleton<IPinnedPlugins>(this);
        PluginFixtures.PluginFixture.Copy("Good", host.Dropped);
        await host.StartAsync();
        pinned[host.Catalog.Find("greet")!.ContentHash] = true;
        await SwapHost.ChangeAsync(host);

        await AskedAsync();
        await AskedAsync();
        Assert.Single(host.Loaded.Retired());

        pinned.Clear();
        await AskedAsync();
        await AskedAsync(times: 0);
        while (host.Loaded.Retired().Count > 0)
            await Task.Yield();
    }

    /// <summary>Lets time pass until the runs were asked for once more.</summary>
    private async Task AskedAsync(int times = 1)
    {
        for (var i = 0; i < times; i++)
        {
            while (!await asked.WaitAsync(TimeSpan.FromMilliseconds(10)))
                time.Advance(PluginKeeping.Pause);
        }
    }
}
