using System.Text.Json;
using Monolith.Agents.Contracts;
using Monolith.Kernel;
using Monolith.Operations.Health;
using Monolith.Operations.Tests.Support;
using Monolith.Resilience.Contracts.Breakers;

namespace Monolith.Operations.Tests.Health;

public sealed class AgentsCheckTests : IAgentCatalog
{
    private readonly StandInBreakers breakers = new();

    [Fact]
    public async Task Look_BreakerOfAnAgentIsOpen_IsDegradedAndNamesIt()
    {
        breakers.Stands(BreakerKind.Agent, "git", BreakerState.Open);
        breakers.Stands(BreakerKind.Agent, "http", BreakerState.HalfOpen);

        var result = await LookAsync();

        Assert.Equal((HealthStatus.Degraded, "1 loaded; the breaker is open of: git"), (result.Status, result.Message));
        Assert.Equal("""["git"]""", JsonSerializer.Serialize(result.Details!["openBreakers"]));
    }

    [Fact]
    public async Task Look_BreakerOfAModelProviderIsOpen_IsDegradedAndNamesIt()
    {
        breakers.Stands(BreakerKind.Model, "claude", BreakerState.Open);

        var result = await LookAsync();

        Assert.Equal((HealthStatus.Degraded, "1 loaded; the breaker is open of: model provider claude"), (result.Status, result.Message));
        Assert.Equal("""["claude"]""", JsonSerializer.Serialize(result.Details!["openModelBreakers"]));
    }

    [Fact]
    public async Task Look_BreakerOfAnotherHostIsOpen_IsHealthy()
    {
        breakers.Stands(BreakerKind.Host, "hooks:443", BreakerState.Open);

        var result = await LookAsync();

        Assert.Equal((HealthStatus.Healthy, "1 loaded"), (result.Status, result.Message));
        Assert.DoesNotContain("openBreakers", result.Details!.Keys);
    }

    IReadOnlyList<AgentListing> IAgentCatalog.List() => [new("git", "1.0.0", "", AgentStatus.Loaded, null, "git", "hash", [])];

    AgentListing? IAgentCatalog.Find(string agent) => null;

    private Task<CheckResult> LookAsync() =>
        new AgentsCheck(this, new DataFolders("/nowhere/at/all"), [breakers]).LookAsync(CancellationToken.None);
}
