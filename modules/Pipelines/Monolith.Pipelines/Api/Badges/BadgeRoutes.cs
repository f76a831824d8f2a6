using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.Net.Http.Headers;
using Monolith.Access.Contracts;
using Monolith.Access.Contracts.Projects;
using Monolith.Pipelines.Api.Http;
using Monolith.Pipelines.Library;

namespace Monolith.Pipelines.Api.Badges;

/// <summary>A pipeline's last result: below <c>/api/v1/pipelines</c> for who may see it, below <c>/badges</c> for everybody where the operator says so.</summary>
internal static class BadgeRoutes
{
    private const string Svg = "image/svg+xml; charset=utf-8";
    private const string Json = "application/json; charset=utf-8";

    public static void Map(IEndpointRouteBuilder app)
    {
        var own = app.MapGroup("/api/v1/pipelines/{name}").WithTags("Pipelines").RequireRole(AccessRole.Viewer).InOneProject();
        own.MapGet("badge.svg", (string name, string? branch, RequestProjects projects, HttpContext http, BadgeQuery badges, PipelineLibrary library) =>
                OwnAsync(http, projects.Name, name, branch, badges, library, PictureOf))
            .WithName("GetBadge").WithSummary("Shows a pipeline's last result as a picture").Produces<string>(StatusCodes.Status200OK, "image/svg+xml").ProducesProblem(StatusCodes.Status404NotFound);
        own.MapGet("badge.json", (string name, string? branch, RequestProjects projects, HttpContext http, BadgeQuery badges, PipelineLibrary library) =>
                OwnAsync(http, projects.Name, name, branch, badges, library, DataOf))
            .WithName("GetBadgeData").WithSummary("Shows a pipeline's last result as shields.io reads it").Produces<BadgeResponse>().ProducesProblem(StatusCodes.Status404NotFound);

        var open = app.MapGroup("/badges/{project}/{name}").WithTags("Pipelines").AllowAnonymous();
        open.MapGet("badge.svg", (string project, string name, string? branch, HttpContext http, BadgeQuery badges, PipelineLibrary library, PublicPipelines known) =>
                PublicAsync(http, project, name, branch, badges, library, known, PictureOf))
            .WithName("GetPublicBadge").WithSummary("Shows everybody a pipeline's last result as a picture").Produces<string>(StatusCodes.Status200OK, "image/svg+xml").ProducesProblem(StatusCodes.Status404NotFound);
        open.MapGet("badge.json", (string project, string name, string? branch, HttpContext http, BadgeQuery badges, PipelineLibrary library, PublicPipelines known) =>
                PublicAsync(http, project, name, branch, badges, library, known, DataOf))
            .WithName("GetPublicBadgeData").WithSummary("Shows everybody a pipeline's last result as shields.io reads it").Produces<BadgeResponse>().ProducesProblem(StatusCodes.Status404NotFound);
    }

    private static async Task<Results<FileContentHttpResult, ProblemHttpResult>> OwnAsync(
        HttpContext http, string project, string name, string? branch, BadgeQuery badges, PipelineLibrary library, Func<string, BadgeState, (string Text, string Type)> draw)
    {
        if (await library.FindAsync(project, name, http.RequestAborted) is null)
            return ApiProblems.From(PipelineLibrary.NotFound(name));
        http.Response.Headers.CacheControl = "private, max-age=30";
        return Answer(draw(name, await badges.FindAsync(project, name, branch, http.RequestAborted)));
    }

    /// <summary>What is not public and what there is not are answered alike.</summary>
    private static async Task<Results<FileContentHttpResult, ProblemHttpResult>> PublicAsync(
        HttpContext http, string project, string name, string? branch, BadgeQuery badges, PipelineLibrary library, PublicPipelines known, Func<string, BadgeState, (string Text, string Type)> draw)
    {
        if (!known.Include(project, name))
            return ApiProblems.From(PipelineLibrary.NotFound(name));
        var answer = await OwnAsync(http, project, name, branch, badges, library, draw);
        if (answer.Result is FileContentHttpResult)
        {
            http.Response.Headers.CacheControl = "public, max-age=30";
            http.Response.Headers["Cross-Origin-Resource-Policy"] = "cross-origin";
        }

        return answer;
    }

    private static FileContentHttpResult Answer((string Text, string Type) drawn)
    {
        var bytes = Encoding.UTF8.GetBytes(drawn.Text);
        return TypedResults.Bytes(bytes, drawn.Type, entityTag: new EntityTagHeaderValue($"\"{Convert.ToHexStringLower(SHA256.HashData(bytes).AsSpan(0, 8))}\""));
    }

    private static (string Text, string Type) PictureOf(string name, BadgeState state) => (BadgeSvg.Of(name, state), Svg);

    private static (string Text, string Type) DataOf(string name, BadgeState state) =>
        (JsonSerializer.Serialize(new BadgeResponse(1, name, state.Message, state.Color, state == BadgeState.Failing), JsonSerializerOptions.Web), Json);
}
