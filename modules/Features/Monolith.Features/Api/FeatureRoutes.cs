using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Monolith.Access.Contracts;
using Monolith.Access.Contracts.Audit;
using Monolith.Features.Api.Http;
using Monolith.Features.Storing;
using Monolith.Kernel;

namespace Monolith.Features.Api;

/// <summary><c>/api/v1/features</c>: for callers of the whole host, since a setting names people and projects.</summary>
internal static class FeatureRoutes
{
    public static void Map(IEndpointRouteBuilder app)
    {
        var group = app.MapGroup("/api/v1/features").WithTags("Features");
        group.MapGet("", async (FeatureDesk desk) => TypedResults.Ok(new FeatureListResponse(await desk.ListAsync())))
            .WithName("ListFeatures").RequireRole(AccessRole.Viewer).WithSummary("Lists the feature flags and what each goes by");
        group.MapGet("{name}", GetAsync).WithName("GetFeature").RequireRole(AccessRole.Viewer).WithSummary("Reads a feature flag")
            .ProducesProblem(StatusCodes.Status404NotFound);
        group.MapPut("{name}", PutAsync).WithName("PutFeature").RequireRole(AccessRole.Admin).AuditedFirst("feature.put")
            .WithMetadata(new RequestSizeLimitAttribute(64 << 10))
            .WithSummary("Sets a feature flag; every host goes by it within 5 s")
            .ProducesProblem(StatusCodes.Status400BadRequest).ProducesProblem(StatusCodes.Status404NotFound);
        group.MapDelete("{name}", DeleteAsync).WithName("DeleteFeature").RequireRole(AccessRole.Admin).AuditedFirst("feature.delete")
            .WithSummary("Gives a feature flag back to the configuration, or to its default").ProducesProblem(StatusCodes.Status404NotFound);
    }

    private static async Task<Results<Ok<FeatureResponse>, ProblemHttpResult>> GetAsync(string name, FeatureDesk desk) =>
        desk.Find(name) is { } flag ? TypedResults.Ok(await desk.ShowAsync(flag)) : None(name);

    private static async Task<Results<Ok<FeatureResponse>, ProblemHttpResult>> PutAsync(string name, FeatureRequest request, HttpContext http, FeatureDesk desk, TimeProvider time)
    {
        if (desk.Find(name) is not { } flag)
            return None(name);
        var audience = FeatureRules.Check(request);
        if (!audience.IsSuccess)
            return Refuse(audience.Problems);
        var setting = new FeatureSetting(name, request.Enabled!.Value, audience.Value, time.GetUtcNow(), By(http));
        Note(http, await desk.PutAsync(setting, http.RequestAborted), FeatureSetting.InWords(setting));
        return TypedResults.Ok(await desk.ShowAsync(flag));
    }

    private static async Task<Results<Ok<FeatureResponse>, ProblemHttpResult>> DeleteAsync(string name, HttpContext http, FeatureDesk desk)
    {
        if (desk.Find(name) is not { } flag)
            return None(name);
        Note(http, await desk.DeleteAsync(flag, http.RequestAborted), FeatureSetting.InWords(null));
        return TypedResults.Ok(await desk.ShowAsync(flag));
    }

    private static void Note(HttpContext http, string before, string after)
    {
        var note = http.AuditNote();
        (note.Detail["old"], note.Detail["new"]) = (before, after);
    }

    private static string By(HttpContext http) => http.User.IsSignedIn() ? http.User.Identity!.Name! : Origin.Current?.UserId ?? "anonymous";

    private static ProblemHttpResult None(string name) =>
        Refuse([new Problem(ErrorCodes.NotFound, $"There is no feature '{name}'. GET /api/v1/features lists them.")]);

    private static ProblemHttpResult Refuse(IReadOnlyList<Problem> problems) =>
        ProblemAnswer.Of(problems, problems[0].Code == ErrorCodes.NotFound ? StatusCodes.Status404NotFound : StatusCodes.Status400BadRequest);
}
