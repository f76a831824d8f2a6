using Monolith.Agents.Contracts;
using Monolith.Agents.Tests.Support;
using Monolith.PluginFixtures;

namespace Monolith.Agents.Tests.Catalog.Swapping;

public sealed class HotSwapTests
{
    private const string Ada = """{"name":"Ada"}""";

    [Fact]
    public async Task Look_FolderDropped_ServesWhenItLookedTheSameTwice()
    {
        await using var host = await SwapHost.EmptyAsync();
        PluginFixture.Copy("Good", host.Dropped);

        await host.Places.LookAsync(default);
        Assert.Null(host.Catalog.Find("greet"));
        await host.Places.LookAsync(default);

        Assert.Equal(AgentStatus.Loaded, host.Only("greet").Status);
    }

    [Fact]
    public async Task Look_FolderReplaced_NewCallsGetTheNewAndPinnedOnesTheOld()
    {
        await using var host = await SwapHost.WithGoodAsync();
        var old = host.Catalog.Find("greet")!.ContentHash;

        await SwapHost.ChangeAsync(host);
        using var call = new Call();
        var pinned = await host.Invoker.InvokeAsync(call.Of("greet", "greet", Ada) with { ContentHash = old }, default);
        var unpinned = await host.Invoker.InvokeAsync(call.Of("greet", "greet", Ada) with { ContentHash = host.Catalog.Find("greet")!.ContentHash }, default);

        Assert.NotEqual(old, host.Catalog.Find("greet")!.ContentHash);
        Assert.Equal((null, null), (pinned.Error, unpinned.Error));
        Assert.Equal([AgentStatus.Loaded, AgentStatus.Retired], host.Catalog.List().Select(listing => listing.Status));
    }

    [Fact]
    public async Task Look_NewVersionThatDoesNotLoad_OldGoesOnAndTheReasonIsListed()
    {
        await using var host = await SwapHost.WithGoodAsync();
        var old = host.Catalog.Find("greet")!.ContentHash;

        await File.WriteAllTextAsync(Path.Combine(host.Dropped, "Good", "Monolith.PluginFixtures.Good.dll"), "I am a text.");
        await host.LookTwiceAsync();

        Assert.Equal(old, host.Catalog.Find("greet")!.ContentHash);
        Assert.Contains("is not a .NET assembly", host.Only("Good").Reason, StringComparison.Ordinal);
        Assert.Contains(host.Logs.Lines, line => line.EndsWith($"{old} goes on serving", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Look_FolderTakenAway_ServesNoNewCallsAndWhatWasADuplicateServes()
    {
        await using var host = await SwapHost.WithGoodAsync();
        var old = host.Catalog.Find("greet")!.ContentHash;
        PluginFixture.Copy("Duplicate", host.Dropped);
        await host.LookTwiceAsync();

        Directory.Delete(Path.Combine(host.Dropped, "Good"), recursive: true);
        await host.LookTwiceAsync();
        await host.LookTwiceAsync();
        using var call = new Call();
        var pinned = await host.Invoker.InvokeAsync(call.Of("greet", "greet", Ada) with { ContentHash = old }, default);

        Assert.Equal("Duplicate", host.Catalog.Find("greet")!.Plugin);
        Assert.Null(pinned.Error);
    }
}
