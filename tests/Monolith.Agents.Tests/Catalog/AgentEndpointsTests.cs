using System.Net;
using System.Text.Json;
using Monolith.Agents.Tests.Support;

namespace Monolith.Agents.Tests.Catalog;

public sealed class AgentEndpointsTests
{
    [Fact]
    public async Task List_GoodAndBrokenPlugins_GivesBothWithStatusAndReason()
    {
        await using var api = await AgentApi.WithAsync("Duplicate", "Good", "ThrowingConstructor");

        var agents = (await api.GetAsync("/api/v1/agents")).GetProperty("agents").EnumerateArray().ToArray();

        Assert.Equal(["ThrowingConstructor", "greet", "greet"], agents.Select(agent => agent.GetProperty("name").GetString()));
        Assert.Equal(["failed", "loaded", "duplicate"], agents.Select(agent => agent.GetProperty("status").GetString()));
        Assert.Contains("flux capacitor", agents[0].GetProperty("reason").GetString(), StringComparison.Ordinal);
        Assert.Equal(["Duplicate", "Good"], agents[1..].Select(agent => agent.GetProperty("plugin").GetString()));
    }

    [Fact]
    public async Task Get_LoadedAgent_GivesActionsWithSchemas()
    {
        await using var api = await AgentApi.WithAsync("Good");

        var agent = await api.GetAsync("/api/v1/agents/greet");

        Assert.Equal("loaded", agent.GetProperty("status").GetString());
        Assert.Equal(JsonValueKind.Null, agent.GetProperty("reason").ValueKind);
        Assert.Equal(64, agent.GetProperty("contentHash").GetString()!.Length);
        var action = agent.GetProperty("actions")[0];
        Assert.Equal("greet", action.GetProperty("name").GetString());
        Assert.Equal("object", action.GetProperty("parametersSchema").GetProperty("type").GetString());
    }

    [Fact]
    public async Task Get_PluginThatDidNotLoad_GivesItsReason()
    {
        await using var api = await AgentApi.WithAsync("Incompatible");

        var agent = await api.GetAsync("/api/v1/agents/Incompatible");

        Assert.Equal("incompatible", agent.GetProperty("status").GetString());
        Assert.Contains("Update the host", agent.GetProperty("reason").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Get_UnknownAgent_IsAProblemWithItsCode()
    {
        await using var api = await AgentApi.WithAsync();

        using var response = await api.Client.GetAsync("/api/v1/agents/nobody");

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType!.MediaType);
        var problem = JsonElement.Parse(await response.Content.ReadAsStringAsync());
        Assert.Equal("AGENT_NOT_REGISTERED", problem.GetProperty("code").GetString());
    }
}
