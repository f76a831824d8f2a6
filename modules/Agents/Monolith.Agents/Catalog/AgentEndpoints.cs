using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Monolith.Access.Contracts;
using Monolith.Access.Contracts.Projects;
using Monolith.Agents.Contracts;
using Monolith.Kernel;

namespace Monolith.Agents.Catalog;

internal static class AgentEndpoints
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        var agents = routes.MapGroup("/api/v1/agents").WithTags("Agents").RequireRole(AccessRole.Viewer).ForAllProjects();

        agents.MapGet("", List)
            .WithName("ListAgents")
            .WithSummary("Every agent and every plugin that does not serve, with the reason");

        agents.MapGet("{name}", Get)
            .WithName("GetAgent")
            .WithSummary("One agent with its actions and their parameter schemas")
            .ProducesProblem(StatusCodes.Status404NotFound);
    }

    private static Ok<AgentsResponse> List(AgentCatalog catalog) =>
        TypedResults.Ok(new AgentsResponse([.. catalog.List().Select(listing => Of(listing, catalog))]));

    private static Results<Ok<AgentResponse>, ProblemHttpResult> Get(string name, AgentCatalog catalog)
    {
        var listing = catalog.Find(name) ?? catalog.List().FirstOrDefault(other => other.Name == name);
        return listing is null ? NotFound(name) : TypedResults.Ok(Of(listing, catalog));
    }

    private static AgentResponse Of(AgentListing listing, AgentCatalog catalog) => AgentResponse.Of(
        listing, listing.Status == AgentStatus.Loaded && catalog.Serving(listing.Name) is { } serving && serving.Listing.ContentHash == listing.ContentHash ? serving : null);

    private static ProblemHttpResult NotFound(string name) => TypedResults.Problem(
        title: "Agent not found",
        detail: $"No agent is called '{name}'. GET /api/v1/agents lists them.",
        statusCode: StatusCodes.Status404NotFound,
        extensions: new Dictionary<string, object?> { ["code"] = ErrorCodes.AgentNotRegistered });
}
