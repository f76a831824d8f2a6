using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Monolith.Access.Contracts;
using Monolith.Access.Contracts.Audit;
using Monolith.Access.Contracts.Projects;
using Monolith.Pipelines.Api.Http;
using Monolith.Pipelines.Decisions.Policy;

namespace Monolith.Pipelines.Api.People;

/// <summary><c>/api/v1/policy</c>.</summary>
internal static class PolicyRoutes
{
    private const int MaxBytes = 1 << 20;

    public static void Map(IEndpointRouteBuilder app)
    {
        var group = app.MapGroup("/api/v1/policy").WithTags("Decisions").RequireRole(AccessRole.Viewer).ForAllProjects();
        group.MapGet("", (CurrentPolicy policy) => TypedResults.Ok(View(policy.Now))).WithName("GetPolicy").WithSummary("Shows the policy that decides who decides");
        group.MapPost("validate", (HttpContext http, CancellationToken cancellationToken) => ValidateAsync(http, cancellationToken)).WithName("ValidatePolicy").NotAudited().RequireRole(AccessRole.Operator).WithSummary("Checks a policy file and stores nothing")
            .Accepts<string>("application/yaml").ProducesProblem(StatusCodes.Status400BadRequest).ProducesProblem(StatusCodes.Status413PayloadTooLarge);
    }

    private static async Task<Results<Ok<PolicyResponse>, ProblemHttpResult>> ValidateAsync(HttpContext http, CancellationToken cancellationToken)
    {
        if (await RequestBody.ReadAsync(http.Request, MaxBytes, cancellationToken) is not { } body)
            return ApiProblems.TooLarge(MaxBytes);
        var policy = PolicyBinder.Bind(body);
        return policy.IsSuccess ? TypedResults.Ok(View(policy.Value)) : ApiProblems.From(policy.Problems);
    }

    private static PolicyResponse View(DecisionPolicy policy)
    {
        using var document = JsonDocument.Parse(policy.Canonical);
        return new PolicyResponse(policy.Hash, document.RootElement.Clone());
    }
}

/// <summary>A policy.</summary>
/// <param name="Hash">SHA-256 of its canonical JSON, lower-case hex: its version.</param>
/// <param name="Policy">As JSON.</param>
internal sealed record PolicyResponse(string Hash, JsonElement Policy);
