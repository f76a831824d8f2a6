using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Monolith.Access.Contracts;
using Monolith.Resilience.Contracts.Breakers;

namespace Monolith.Resilience.Api;

/// <summary><c>GET /api/v1/breakers</c>.</summary>
internal static class BreakersEndpoint
{
    public static void Map(IEndpointRouteBuilder app) => app.MapGet("/api/v1/breakers", Handle)
        .WithTags("Resilience")
        .RequireRole(AccessRole.Viewer)
        .WithName("ListBreakers")
        .WithSummary("Lists the circuit breakers of the host that answers");

    private static Ok<BreakerListResponse> Handle(IBreakers breakers) => TypedResults.Ok(new BreakerListResponse([.. breakers.List().Select(View)]));

    private static BreakerResponse View(BreakerReport breaker) => new(
        breaker.Kind, breaker.Name, breaker.State, breaker.Since, breaker.OpenUntil, breaker.Calls, breaker.Failures, breaker.Openings);
}
