using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Monolith.Access.Contracts.Audit;
using Monolith.Access.Contracts.Projects;

namespace Monolith.Triggers.Hooks;

/// <summary><c>/api/v1/hooks</c>. Nobody signs in: a signature over the body is what lets a delivery in.</summary>
internal static class HookRoutes
{
    public static void Map(IEndpointRouteBuilder app) => app
        .MapPost("/api/v1/hooks/{source}", (string source, [FromQuery] string? project, HttpContext http, ReceiveHook receive) => receive.HandleAsync(source, project, http))
        .WithTags("Hooks").WithName("ReceiveHook").WithSummary("Takes a signed delivery of github, gitlab or anybody (generic), and starts what it triggers")
        .WithDescription("The project is default unless ?project= names one; its secret webhook_github, webhook_gitlab or webhook_generic must have signed the body. "
            + "Kept before it is answered; the same delivery again is answered as the first time, with Idempotent-Replayed: true.")
        .AllowAnonymous().ForAllProjects().Audited("hook.receive")
        .WithMetadata(new RequestSizeLimitAttribute(HookBody.MaxBytes + 1))
        .ProducesProblem(StatusCodes.Status400BadRequest).ProducesProblem(StatusCodes.Status401Unauthorized).ProducesProblem(StatusCodes.Status404NotFound)
        .ProducesProblem(StatusCodes.Status413PayloadTooLarge).ProducesProblem(StatusCodes.Status429TooManyRequests).ProducesProblem(StatusCodes.Status503ServiceUnavailable);
}
