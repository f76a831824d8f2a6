using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Monolith.Access.Api.Http;
using Monolith.Access.Contracts;
using Monolith.Access.Contracts.Audit;
using Monolith.Access.Contracts.Projects;
using Monolith.Access.Keys;
using Monolith.Access.Refusals;
using Monolith.Kernel;

namespace Monolith.Access.Api;

/// <summary><c>/api/v1/keys</c>.</summary>
internal static class KeyRoutes
{
    public static void Map(IEndpointRouteBuilder app)
    {
        var group = app.MapGroup("/api/v1/keys").WithTags("Access").RequireRole(AccessRole.Admin).OfProject(ProjectItem.Key)
            .WithMetadata(new RequestSizeLimitAttribute(JsonBody.MaxBytes));
        group.MapGet("", ListAsync).WithName("ListKeys").InProjects().WithSummary("Lists the keys, never the keys themselves");
        group.MapPost("", CreateAsync).WithName("CreateKey").InProjects().AuditedFirst("key.create").WithSummary("Makes a key; it is in this answer and nowhere else")
            .Accepts<CreateKeyRequest>("application/json").ProducesProblem(StatusCodes.Status400BadRequest);
        group.MapPost("{id:guid}/rotate", RotateAsync).WithName("RotateKey").AuditedFirst("key.rotate").WithSummary("Makes another key in its place; both are taken for a while")
            .Accepts<RotateKeyRequest>(isOptional: true, "application/json").ProducesProblem(StatusCodes.Status400BadRequest).ProducesProblem(StatusCodes.Status404NotFound);
        group.MapDelete("{id:guid}", DeleteAsync).WithName("DeleteKey").AuditedFirst("key.delete").WithSummary("Deletes a key; within 5 s no host takes it any more")
            .ProducesProblem(StatusCodes.Status404NotFound);
    }

    private static async Task<Ok<KeyListResponse>> ListAsync(RequestProjects projects, KeyTable keys, CancellationToken cancellationToken) =>
        TypedResults.Ok(new KeyListResponse([.. (await keys.ListAsync(projects.Filter, cancellationToken)).Select(KeyResponse.Of)]));

    private static async Task<Results<Created<NewKeyResponse>, ProblemHttpResult>> CreateAsync(HttpContext http, RequestProjects projects, KeyDesk desk)
    {
        var request = await JsonBody.ReadAsync<CreateKeyRequest>(http.Request);
        if (!request.IsSuccess)
            return Refusal.Of(request.Problems);
        var order = new KeyOrder(request.Value.Name, request.Value.Roles, request.Value.ExpiresAt, request.Value.Projects);
        var made = await desk.CreateAsync(order, By(http), projects.Scope, http.RequestAborted);
        if (made.IsSuccess)
            Note(http.AuditNote(), made.Value.Key);
        return made.IsSuccess ? TypedResults.Created((string?)null, NewKeyResponse.Of(made.Value.Text, made.Value.Key)) : Refusal.Of(made.Problems);
    }

    private static async Task<Results<Ok<NewKeyResponse>, ProblemHttpResult>> RotateAsync(Guid id, HttpContext http, KeyDesk desk)
    {
        var request = await JsonBody.ReadAsync<RotateKeyRequest>(http.Request);
        if (!request.IsSuccess)
            return Refusal.Of(request.Problems);
        var rotated = await desk.RotateAsync(id, request.Value.PreviousUntil, By(http), http.RequestAborted);
        return rotated.IsSuccess ? TypedResults.Ok(NewKeyResponse.Of(rotated.Value.Text, rotated.Value.Key)) : Refusal.Of(rotated.Problems);
    }

    private static async Task<Results<NoContent, ProblemHttpResult>> DeleteAsync(Guid id, HttpContext http, KeyDesk desk) =>
        await desk.DeleteAsync(id, By(http), http.RequestAborted) is { } problem ? Refusal.Of([problem]) : TypedResults.NoContent();

    private static void Note(AuditNote note, ApiKey key)
    {
        note.Subject = key.Id.ToString();
        note.Detail["name"] = key.Name;
        note.Detail["roles"] = string.Join(", ", key.Roles);
    }

    private static string By(HttpContext http) => http.User.IsSignedIn() ? http.User.Identity!.Name! : Origin.Current?.UserId ?? "anonymous";
}
