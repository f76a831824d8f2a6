using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Monolith.Agents.Contracts;
using Monolith.Kernel;

namespace Monolith.Agents.Api;

/// <summary><c>GET /api/v1/agents[/{name}]</c>.</summary>
internal static class AgentRoutes
{
    public static void Map(IEndpointRouteBuilder app)
    {
        var group = app.MapGroup("/api/v1/agents").WithTags("Agents");
        group.MapGet("", List).WithName("ListAgents").WithSummary("Lists every agent and every plugin that did not load");
        group.MapGet("{name}", Get).WithName("GetAgent").WithSummary("Shows an agent").ProducesProblem(StatusCodes.Status404NotFound);
    }

    private static Ok<AgentListResponse> List(IAgentCatalog agents) => TypedResults.Ok(new AgentListResponse(agents.List()));

    private static Results<Ok<AgentListing>, ProblemHttpResult> Get(string name, IAgentCatalog agents) =>
        agents.List().FirstOrDefault(agent => agent.Name == name) is { } found
            ? TypedResults.Ok(found)
            : TypedResults.Problem(
                detail: $"There is no agent '{name}'.",
                statusCode: StatusCodes.Status404NotFound,
                title: "Not found",
                extensions: new Dictionary<string, object?> { ["code"] = ErrorCodes.AgentNotRegistered });
}

/// <summary>The agents, by name.</summary>
internal sealed record AgentListResponse(IReadOnlyList<AgentListing> Agents);
