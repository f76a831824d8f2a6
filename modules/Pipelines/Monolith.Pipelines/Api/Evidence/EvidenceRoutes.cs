using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Monolith.Access.Contracts;
using Monolith.Access.Contracts.Audit;
using Monolith.Access.Contracts.Projects;
using Monolith.Pipelines.Evidence.Format;

namespace Monolith.Pipelines.Api.Evidence;

internal static class EvidenceRoutes
{
    public static void Map(IEndpointRouteBuilder app)
    {
        var group = app.MapGroup("/api/v1").WithTags("Evidence").RequireRole(AccessRole.Viewer);
        group.MapGet("runs/{id:guid}/evidence", GetEvidence.BundleAsync).WithName("GetEvidence").OfProject(ProjectItem.Run).Audited("evidence.read").WithSummary("Exports all that is known of a run, signed")
            .WithDescription("JSON Lines: header, definition, events chained by hash, artifacts, and an in-toto statement with SLSA provenance. "
                + "The command verify-evidence of the host checks it without a server.")
            .Produces<string>(StatusCodes.Status200OK, EvidenceFormat.MediaType).ProducesProblem(StatusCodes.Status404NotFound);
        group.MapGet("evidence/public-key", GetEvidence.PublicKeyAsync).WithName("GetEvidenceKey").ForAllProjects().WithSummary("The public key that bundles are signed with, as PEM")
            .Produces<string>(StatusCodes.Status200OK, "application/x-pem-file");
    }
}
