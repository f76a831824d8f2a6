using Monolith.Agents.Discovery;
using Monolith.Agents.Sdk;
using Monolith.Agents.Tests.Support;
using Monolith.PluginFixtures;

namespace Monolith.Agents.Tests.Compatibility;

/// <summary>Plugins that were built against SDKs as they were released, loaded and called by this host.</summary>
public sealed class OlderSdkTests
{
    [Theory]
    [InlineData("Sdk100", "1.0.0")]
    [InlineData("Sdk110", "1.1.0")]
    [InlineData("PastMajor", "0.9.0")]
    public void ReferencedBy_Fixture_IsThatSdk(string fixture, string version) =>
        Assert.Equal(Version.Parse($"{version}.0"), SdkVersion.ReferencedBy(Path.Combine(PluginFixture.Output(fixture), $"Monolith.PluginFixtures.{fixture}.dll")));

    [Fact]
    public async Task Call_PluginsOfOlderSdks_EveryMemberWorks()
    {
        await using var host = await AgentHost.WithAsync("Sdk100", "Sdk110", "PastMajor");
        using var call = new Call();

        foreach (var agent in new[] { "sdk-100", "sdk-110" })
        {
            var all = await host.Invoker.InvokeAsync(call.Of(agent, "all", """{"a":1}"""), default);
            Assert.Null(all.Error);
            Assert.Equal("True stage all 1 True", (string?)all.Outputs["ids"]);
            Assert.Equal("""{"a":1} {} 0 no secret""", (string?)all.Outputs["given"]);
            Assert.Equal("0 one\ntwo\nthree\n3 True 0", (string?)all.Outputs["ran"]);
            Assert.Equal((1.5, 2), (all.Metrics["some.metric"], all.Artifacts.Count));

            Assert.Equal(("Go on?", 2, 3), await ProposalAsync(host, call, agent));
            Assert.Equal(["a", "b", "c", "d"], (await host.Invoker.InvokeAsync(call.Of(agent, "ask"), default)).Questions.Select(question => question.Id));
            Assert.Equal(TimeSpan.FromSeconds(7), (await host.Invoker.InvokeAsync(call.Of(agent, "later"), default)).Error!.RetryAfter);
            Assert.Equal(AgentErrorCodes.InsufficientResources, (await host.Invoker.InvokeAsync(call.Of(agent, "missing"), default)).Error!.Code);
        }

        var asked = await host.Invoker.InvokeAsync(call.Of("sdk-110", "model"), default);
        Assert.Equal("LLM_API_ERROR False True", (string?)asked.Outputs["text"]);
        Assert.Equal(call.RunId, (string?)(await host.Invoker.InvokeAsync(call.Of("past", "say"), default)).Outputs["run"]);
    }

    private static async Task<(string?, int?, double?)> ProposalAsync(AgentHost host, Call call, string agent)
    {
        var proposal = (await host.Invoker.InvokeAsync(call.Of(agent, "propose"), default)).Proposal;
        return (proposal?.Title, proposal?.Options.Count, proposal?.Budget);
    }
}
