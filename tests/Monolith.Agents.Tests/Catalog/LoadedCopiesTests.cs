using Monolith.Agents.Tests.Support;
using Monolith.PluginFixtures;

namespace Monolith.Agents.Tests.Catalog;

public sealed class LoadedCopiesTests
{
    [Fact]
    public async Task Start_WhatAKilledHostLeftHalfCopied_IsClearedAndTheCopyLiesUnderItsHash()
    {
        await using var host = new AgentHost();
        var copies = Path.Combine(host.Dropped, "..", "loaded-plugins");
        var left = Directory.CreateDirectory(Path.Combine(copies, ".incoming", "7", "Good"));
        PluginFixture.Copy("Good", host.Dropped);

        await host.StartAsync();

        Assert.False(Directory.Exists(left.FullName));
        Assert.True(Directory.Exists(Path.Combine(copies, host.Only("greet").ContentHash, "Good")));
    }

    [Fact]
    public async Task Call_FolderChangedAfterTheStart_RunsWhatWasHashed()
    {
        await using var host = new AgentHost();
        var folder = PluginFixture.Copy("Good", host.Dropped);
        await host.StartAsync();
        Directory.Delete(folder, recursive: true);
        using var call = new Call();

        var result = await host.Invoker.InvokeAsync(call.Of("greet", "greet", """{"name":"Ada"}"""), default);

        Assert.Null(result.Error);
    }
}
