using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Monolith.Kernel;

namespace Monolith.Operations.Errors;

/// <summary><c>/api/v1/errors</c> for programs and <c>/errors</c> for people: the catalogue, generated from what the host itself uses.</summary>
internal static class ErrorRoutes
{
    /// <summary>Nothing is loaded and nothing runs; only the page's own style counts.</summary>
    private const string Policy = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet("/api/v1/errors", List)
            .WithName("ListErrors")
            .WithSummary("Lists every error code with what is known of it")
            .WithTags("Errors")
            .AllowAnonymous();
        app.MapGet("/errors", Page).ExcludeFromDescription().AllowAnonymous();
    }

    private static Ok<ErrorListResponse> List() => TypedResults.Ok(ErrorListResponse.All);

    private static ContentHttpResult Page(HttpResponse response)
    {
        response.Headers.ContentSecurityPolicy = Policy;
        return TypedResults.Text(ErrorPage.Html, "text/html; charset=utf-8");
    }
}

/// <summary>The catalogue of errors.</summary>
/// <param name="Errors">By category.</param>
internal sealed record ErrorListResponse(IReadOnlyList<ErrorEntryResponse> Errors)
{
    public static readonly ErrorListResponse All = new([.. ErrorCatalog.All.Select(e =>
        new ErrorEntryResponse(e.Code, e.Category, e.Severity, e.Retryable, e.Meaning, e.Hint, e.Link))]);
}

/// <summary>One error code.</summary>
/// <param name="Code">Stable.</param>
/// <param name="Category">What it is about: request, agent, model, pipeline or host.</param>
/// <param name="Severity">info, warning, error or critical; log lines have the level of their error.</param>
/// <param name="Retryable">Whether the same may succeed later with nothing changed.</param>
/// <param name="Meaning">One sentence.</param>
/// <param name="Hint">How to get over it.</param>
/// <param name="Link">Its place on the page of errors.</param>
internal sealed record ErrorEntryResponse(
    string Code, string Category, string Severity, bool Retryable, string Meaning, string Hint, string Link);
