using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Monolith.Access.Contracts;
using Monolith.Access.Contracts.Audit;
using Monolith.Agents.Registry.Api.Http;
using Monolith.Agents.Registry.Shadowing;
using Monolith.Kernel;

namespace Monolith.Agents.Registry.Api;

/// <summary>Comparisons of a version with recorded runs of all projects, so nobody of a single project sees them.</summary>
internal static class ShadowRoutes
{
    private const int Most = 1000;
    private const int Usual = 50;

    private static readonly TimeSpan Yesterday = TimeSpan.FromHours(24);

    public static void Map(IEndpointRouteBuilder app)
    {
        var reading = app.MapGroup(PackageRoutes.Prefix).WithTags("Packages").RequireRole(AccessRole.Viewer);
        reading.MapGet("{plugin}/shadows", ListAsync).WithName("ListShadows").WithSummary("Comparisons of a plugin's versions with recorded runs");
        reading.MapGet("{plugin}/shadows/{shadow:guid}", GetAsync).WithName("GetShadow").WithSummary("One comparison, attempt by attempt").ProducesProblem(StatusCodes.Status404NotFound);

        var changing = app.MapGroup(PackageRoutes.Prefix).WithTags("Packages").RequireRole(AccessRole.Admin).ProducesProblem(StatusCodes.Status404NotFound).ProducesProblem(StatusCodes.Status409Conflict);
        changing.MapPost("{plugin}/shadow/{contentHash}", StartAsync).WithName("StartShadow").AuditedFirst("package.shadow").WithSummary("Does recorded attempts again with a version that does not serve, and compares")
            .ProducesProblem(StatusCodes.Status422UnprocessableEntity);
        changing.MapDelete("{plugin}/shadows/{shadow:guid}", CancelAsync).WithName("CancelShadow").AuditedFirst("package.shadow-cancel").WithSummary("Stops a comparison");
    }

    private static async Task<Ok<ShadowListResponse>> ListAsync(string plugin, ShadowTable table, TimeProvider time, CancellationToken cancellationToken) =>
        TypedResults.Ok(new ShadowListResponse([.. (await table.ListAsync(plugin, cancellationToken)).Select(shadow => ShadowResponse.Of(shadow, time.GetUtcNow()))]));

    private static async Task<Results<Ok<ShadowResponse>, ProblemHttpResult>> GetAsync(string plugin, Guid shadow, ShadowTable table, TimeProvider time, CancellationToken cancellationToken) =>
        await table.FindAsync(plugin, shadow, cancellationToken) is { } found ? TypedResults.Ok(ShadowResponse.Of(found, time.GetUtcNow())) : None(plugin, shadow);

    private static async Task<Results<Accepted<ShadowResponse>, ProblemHttpResult>> StartAsync(
        string plugin, string contentHash, DateTimeOffset? since, int? atMost, HttpContext http, ShadowDesk desk, TimeProvider time)
    {
        http.AuditNote().Subject = plugin;
        http.AuditNote().Detail["contentHash"] = contentHash;
        var now = time.GetUtcNow();
        if (atMost is < 1 or > Most)
            return PackageAnswer.Of([new Problem(ErrorCodes.ValidationError, $"Give a number from 1 to {Most}.", "atMost")]);
        if (since > now)
            return PackageAnswer.Of([new Problem(ErrorCodes.ValidationError, "Give a time that has passed.", "since")]);
        var started = await desk.BeginAsync(new ShadowOrder(plugin, contentHash, since ?? now - Yesterday, atMost ?? Usual), Origin.CurrentUser, http.RequestAborted);
        return started.IsSuccess
            ? TypedResults.Accepted($"{PackageRoutes.Prefix}/{Uri.EscapeDataString(plugin)}/shadows/{started.Value.Id}", ShadowResponse.Of(started.Value, now))
            : PackageAnswer.Of(started.Problems);
    }

    private static async Task<Results<NoContent, ProblemHttpResult>> CancelAsync(string plugin, Guid shadow, ShadowTable table, TimeProvider time, CancellationToken cancellationToken)
    {
        if (await table.FindAsync(plugin, shadow, cancellationToken) is not { } found)
            return None(plugin, shadow);
        return await table.EndAsync(shadow, ShadowStatus.Cancelled, found.Report, time.GetUtcNow(), cancellationToken)
            ? TypedResults.NoContent()
            : PackageAnswer.Of([new Problem(ErrorCodes.Conflict, $"The comparison {shadow} is over.")]);
    }

    private static ProblemHttpResult None(string plugin, Guid shadow) =>
        PackageAnswer.Of([new Problem(ErrorCodes.NotFound, $"There is no comparison {shadow} of '{plugin}'. GET {PackageRoutes.Prefix}/{plugin}/shadows lists them.")]);
}
