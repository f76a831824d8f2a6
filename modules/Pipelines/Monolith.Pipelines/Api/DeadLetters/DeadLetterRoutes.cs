using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Monolith.Access.Contracts;
using Monolith.Access.Contracts.Audit;
using Monolith.Access.Contracts.Projects;

namespace Monolith.Pipelines.Api.DeadLetters;

internal static class DeadLetterRoutes
{
    public static void Map(IEndpointRouteBuilder app)
    {
        var group = app.MapGroup("/api/v1/dead-letters").WithTags("Dead letters").RequireRole(AccessRole.Viewer).OfProject(ProjectItem.RunItem);
        group.MapGet("", ListDeadLetters.HandleAsync).WithName("ListDeadLetters").InProjects().WithSummary("Lists what exhausted its tries, newest first")
            .ProducesProblem(StatusCodes.Status400BadRequest);
        group.MapGet("{id:guid}", GetDeadLetter.HandleAsync).WithName("GetDeadLetter").WithSummary("Shows a dead letter")
            .ProducesProblem(StatusCodes.Status404NotFound);
        group.MapPost("{id:guid}/replay", ReplayDeadLetter.HandleAsync).WithName("ReplayDeadLetter").Audited("dead-letter.replay").RequireRole(AccessRole.Operator)
            .WithSummary("Does it again: retries the run from the stage, or sends the notification")
            .WithDescription("A stage's run must have failed or been cancelled; otherwise a 409 says why. Asked twice, it is done once.")
            .ProducesProblem(StatusCodes.Status404NotFound).ProducesProblem(StatusCodes.Status409Conflict);
    }
}
