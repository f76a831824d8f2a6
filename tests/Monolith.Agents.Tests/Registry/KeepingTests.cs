using Microsoft.Extensions.DependencyInjection;
using Monolith.Agents.Agreement;
using Monolith.Agents.Contracts;
using Monolith.Agents.Registry;

namespace Monolith.Agents.Tests.Registry;

public sealed class KeepingTests(RegistryDatabase database) : RegistryTest(database)
{
    [Fact]
    public async Task Upload_MoreVersionsThanAreKept_WhatRunsNeedStaysAndLateHostsGetIt()
    {
        var pinned = new Pinned();
        void WithRuns(IServiceCollection services) => services.AddSingleton<IPinnedPlugins>(pinned);
        await using var host = await Database.HostAsync(WithRuns, ("Plugins:KeepPackages", "2"));
        var versions = new List<string> { await host.UploadAsync("1"), await host.UploadAsync("2") };
        pinned.Versions.Add(versions[0]);

        foreach (var version in new[] { "3", "4", "5" })
            versions.Add(await host.UploadAsync(version));

        Assert.Equal([versions[0], versions[3], versions[4]], (await host.VersionsAsync()).OrderBy(versions.IndexOf));
        Assert.Contains("Runs that are not over", (await host.Get<PackageDesk>().DeleteAsync(Packages.Plugin, versions[0], "ada", default))!.Message, StringComparison.Ordinal);
        Assert.Contains("serves", (await host.Get<PackageDesk>().DeleteAsync(Packages.Plugin, versions[4], "ada", default))!.Message, StringComparison.Ordinal);
        await using var late = await Database.HostAsync(WithRuns);
        Assert.True(late.Get<PluginVersions>().IsHere(versions[0]));
        Assert.False(late.Get<PluginVersions>().IsHere(versions[3]));
    }

    private sealed class Pinned : IPinnedPlugins
    {
        public HashSet<string> Versions { get; } = [];

        public Task<IReadOnlySet<string>> OfUnfinishedRunsAsync(CancellationToken cancellationToken) => Task.FromResult<IReadOnlySet<string>>(Versions);
    }
}
