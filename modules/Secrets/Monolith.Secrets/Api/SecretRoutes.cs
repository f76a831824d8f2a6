using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Monolith.Access.Contracts;
using Monolith.Access.Contracts.Audit;
using Monolith.Access.Contracts.Projects;
using Monolith.Kernel;
using Monolith.Secrets.Finding;
using Monolith.Secrets.Storing;

namespace Monolith.Secrets.Api;

/// <summary><c>/api/v1/secrets</c>. No request reads a value.</summary>
internal static class SecretRoutes
{
    public static void Map(IEndpointRouteBuilder app)
    {
        var group = app.MapGroup("/api/v1/secrets").WithTags("Secrets").RequireRole(AccessRole.Admin);
        group.MapGet("", ListAsync).WithName("ListSecrets").InProjects().WithSummary("Lists the secrets by name, never their values");
        group.MapPut("{name}", PutAsync).WithName("PutSecret").InOneProject().AuditedFirst("secret.put").WithSummary("Stores a secret of the project, encrypted, or replaces its value")
            .Accepts<PutSecretRequest>("application/json").WithMetadata(new RequestSizeLimitAttribute(SecretBody.MaxBytes))
            .ProducesProblem(StatusCodes.Status400BadRequest).ProducesProblem(StatusCodes.Status413PayloadTooLarge).ProducesProblem(StatusCodes.Status409Conflict).ProducesProblem(StatusCodes.Status503ServiceUnavailable);
        group.MapDelete("{name}", DeleteAsync).WithName("DeleteSecret").InOneProject().AuditedFirst("secret.delete").WithSummary("Deletes a secret of the project")
            .ProducesProblem(StatusCodes.Status404NotFound);
        group.MapPost("rotate", RotateAsync).WithName("RotateSecrets").AuditedFirst("secret.rotate").WithSummary("Encrypts the secrets of all projects anew, by a new key")
            .ProducesProblem(StatusCodes.Status503ServiceUnavailable);
    }

    private static async Task<Ok<SecretListResponse>> ListAsync(RequestProjects projects, SecretTable table, ConfiguredSecrets configured, CancellationToken cancellationToken) =>
        TypedResults.Ok(new SecretListResponse(
            [.. configured.Names.Select(SecretResponse.OfConfiguration), .. (await table.ListAsync(projects.Filter, cancellationToken)).Select(SecretResponse.Of)]));

    private static async Task<Results<Ok<SecretResponse>, ProblemHttpResult>> PutAsync(string name, HttpContext http, RequestProjects projects, SecretDesk desk)
    {
        Note(http, projects);
        var value = await SecretBody.ReadAsync(http.Request);
        if (!value.IsSuccess)
            return SecretProblems.Of(value.Problems);
        var stored = await desk.PutAsync(projects.Name, name, value.Value, Origin.CurrentUser, http.RequestAborted);
        if (!stored.IsSuccess)
            return SecretProblems.Of(stored.Problems);
        http.AuditNote().Detail["version"] = $"{stored.Value.Version}";
        return TypedResults.Ok(SecretResponse.Of(stored.Value));
    }

    private static async Task<Results<NoContent, ProblemHttpResult>> DeleteAsync(string name, HttpContext http, RequestProjects projects, SecretDesk desk)
    {
        Note(http, projects);
        return await desk.DeleteAsync(projects.Name, name, Origin.CurrentUser, http.RequestAborted) is { } problem ? SecretProblems.Of([problem]) : TypedResults.NoContent();
    }

    private static async Task<Results<Ok<RotateSecretsResponse>, ProblemHttpResult>> RotateAsync(SecretRotation rotation, CancellationToken cancellationToken)
    {
        var rotated = await rotation.RotateAsync(cancellationToken);
        return rotated.IsSuccess ? TypedResults.Ok(new RotateSecretsResponse(rotated.Value.Count, rotated.Value.Unreadable)) : SecretProblems.Of(rotated.Problems);
    }

    private static void Note(HttpContext http, RequestProjects projects) => http.AuditNote().Detail["project"] = projects.Name;
}
