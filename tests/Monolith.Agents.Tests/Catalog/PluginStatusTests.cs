using Monolith.Agents.Contracts;
using Monolith.Agents.Tests.Support;
using Monolith.PluginFixtures;

namespace Monolith.Agents.Tests.Catalog;

public sealed class PluginStatusTests
{
    [Fact]
    public async Task Start_GoodPlugin_IsLoadedWithItsDescriptor()
    {
        await using var host = await AgentHost.WithAsync("Good");

        var agent = host.Catalog.Find("greet");

        Assert.NotNull(agent);
        Assert.Equal(AgentStatus.Loaded, agent.Status);
        Assert.Null(agent.Reason);
        Assert.Equal(("1.2.0", "Greets.", "Good"), (agent.Version, agent.Description, agent.Plugin));
        Assert.Matches("^[0-9a-f]{64}$", agent.ContentHash);
        var action = Assert.Single(agent.Actions, action => action.Name == "greet");
        Assert.Equal("object", action.ParametersSchema.GetProperty("type").GetString());
        Assert.Contains(host.Logs.Lines, line => line.StartsWith("Information Plugin Good serves greet 1.2.0"));
    }

    [Theory]
    [InlineData("ThrowingConstructor", AgentStatus.Failed, "ThrowingAgent threw InvalidOperationException: The flux capacitor is empty.")]
    [InlineData("DemandingConstructor", AgentStatus.Failed, "DemandingAgent asks for something the host does not give.")]
    [InlineData("MissingDependency", AgentStatus.Failed, "A dependency is missing: Monolith.PluginFixtures.LostLibrary.dll")]
    [InlineData("Incompatible", AgentStatus.Incompatible, "Built against Monolith.Agents.Sdk 99.0.0; this host serves 0.0.0 to 1.2.0.")]
    [InlineData("InvalidDescriptor", AgentStatus.Failed, "UnsoundAgent is not valid: Its name 'Not A Name'")]
    [InlineData("NoAgent", AgentStatus.Failed, "holds no agent: a public, concrete class that implements Monolith.Agents.Sdk.IAgent")]
    [InlineData("LostLibrary", AgentStatus.Failed, "does not reference Monolith.Agents.Sdk")]
    public async Task Start_BrokenPlugin_SaysWhyAndLeavesOthersServing(string fixture, AgentStatus status, string reason)
    {
        await using var host = await AgentHost.WithAsync(fixture, "Good", "ConflictA");
        using var call = new Call();

        var broken = host.Only(fixture);
        var result = await host.Invoker.InvokeAsync(call.Of("greet", "greet", """{"name":"Ada"}"""), default);

        Assert.Equal(status, broken.Status);
        Assert.Contains(reason, broken.Reason, StringComparison.Ordinal);
        Assert.Empty(broken.Actions);
        Assert.Contains(host.Logs.Lines, line => line.StartsWith($"Warning Plugin {fixture} does not serve: {status}: "));
        Assert.Null(result.Error);
        Assert.NotNull(host.Catalog.Find("conflict-a"));
    }

    [Fact]
    public async Task Start_OneAgentOfAPluginFails_NoneOfItsAgentsServes()
    {
        await using var host = await AgentHost.WithAsync("InvalidDescriptor");

        Assert.Null(host.Catalog.Find("sound"));
    }

    [Fact]
    public async Task Start_SameAgentNameTwice_FirstPartyServesAndTheOtherIsDuplicate()
    {
        await using var host = new AgentHost();
        PluginFixture.Copy("Duplicate", host.Dropped, "A-before-the-other-by-name");
        PluginFixture.Copy("Good", host.FirstParty, "Z-last-by-name");
        await host.StartAsync();

        var duplicate = Assert.Single(host.Catalog.List(), listing => listing.Status == AgentStatus.Duplicate);

        Assert.Equal("Z-last-by-name", host.Catalog.Find("greet")!.Plugin);
        Assert.Equal(("greet", "9.0.0", "A-before-the-other-by-name"), (duplicate.Name, duplicate.Version, duplicate.Plugin));
        Assert.Contains("The plugin 'Z-last-by-name' already serves an agent 'greet'", duplicate.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Start_PluginWithACopyOfAnotherSdk_SharesTheHosts()
    {
        await using var host = new AgentHost();
        var folder = PluginFixture.Copy("Good", host.Dropped, "Monolith.PluginFixtures.Good");
        var sdk = Path.Combine(PluginFixture.Output("FutureSdk"), "Monolith.Agents.Sdk.dll");
        File.Copy(sdk, Path.Combine(folder, "Monolith.Agents.Sdk.dll"));
        await host.StartAsync();
        using var call = new Call();

        var result = await host.Invoker.InvokeAsync(call.Of("greet", "greet", """{"name":"Ada"}"""), default);

        Assert.Null(result.Error);
    }

    [Fact]
    public async Task Start_TextNamedDll_IsFailed()
    {
        await using var host = new AgentHost();
        Directory.CreateDirectory(Path.Combine(host.Dropped, "NotDotNet"));
        await File.WriteAllTextAsync(Path.Combine(host.Dropped, "NotDotNet", "NotDotNet.dll"), "I am a text.");
        await host.StartAsync();

        var listing = host.Only("NotDotNet");

        Assert.Equal(AgentStatus.Failed, listing.Status);
        Assert.Contains("'NotDotNet.dll' is not a .NET assembly", listing.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Start_DamagedDll_IsFailed()
    {
        await using var host = new AgentHost();
        var folder = PluginFixture.Copy("Good", host.Dropped, "Damaged");
        var dll = Path.Combine(folder, "Monolith.PluginFixtures.Good.dll");
        var bytes = await File.ReadAllBytesAsync(dll);
        await File.WriteAllBytesAsync(dll, bytes[..(bytes.Length / 2)]);
        await host.StartAsync();

        Assert.Equal(AgentStatus.Failed, host.Only("Damaged").Status);
    }

    [Fact]
    public async Task Start_LinkInTheFolder_IsFailedWithTheReason()
    {
        await using var host = new AgentHost();
        var folder = PluginFixture.Copy("Good", host.Dropped);
        File.CreateSymbolicLink(Path.Combine(folder, "data.bin"), Path.Combine(folder, "nowhere"));
        await host.StartAsync();

        var listing = host.Only("Good");

        Assert.Equal(AgentStatus.Failed, listing.Status);
        Assert.Contains("'data.bin' is a link.", listing.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Start_EmptyFolder_IsFailed()
    {
        await using var host = new AgentHost();
        Directory.CreateDirectory(Path.Combine(host.Dropped, "Empty"));
        await host.StartAsync();

        Assert.Contains("holds no dll", host.Only("Empty").Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Start_FolderWithALeadingDot_IsPassedOver()
    {
        await using var host = new AgentHost();
        Directory.CreateDirectory(Path.Combine(host.Dropped, ".git"));
        await host.StartAsync();

        Assert.Empty(host.Catalog.List());
        Assert.Contains(host.Logs.Lines, line => line.StartsWith("Warning No agent serves.", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Start_ConflictingVersionsOfALibrary_RunSideBySide()
    {
        await using var host = await AgentHost.WithAsync("ConflictA", "ConflictB");
        using var call = new Call();

        var older = await host.Invoker.InvokeAsync(call.Of("conflict-a", "version"), default);
        var newer = await host.Invoker.InvokeAsync(call.Of("conflict-b", "version"), default);

        Assert.Equal("""{"library":"12.0.0.0","text":"{\u0022works\u0022:true}"}""", older.Outputs.ToJsonString());
        Assert.Equal("""{"library":"13.0.0.0","text":"{\u0022works\u0022:true}"}""", newer.Outputs.ToJsonString());
    }

    [Fact]
    public async Task List_SeveralPlugins_IsOrderedByName()
    {
        await using var host = await AgentHost.WithAsync("ThrowingConstructor", "ConflictB", "Good", "ConflictA");

        Assert.Equal(["ThrowingConstructor", "conflict-a", "conflict-b", "greet"], host.Catalog.List().Select(listing => listing.Name));
    }

    [Fact]
    public async Task Stop_LoadedPlugins_NoLongerServe()
    {
        await using var host = await AgentHost.WithAsync("Good");

        await host.StopAsync();

        Assert.Null(host.Catalog.Find("greet"));
    }
}
