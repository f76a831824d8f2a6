using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Monolith.Access.Contracts;
using Monolith.Access.Contracts.Audit;
using Monolith.Access.Contracts.Projects;
using Monolith.Agents.Contracts;
using Monolith.Kernel;
using Monolith.Pipelines.Api.Http;
using Monolith.Pipelines.Api.Runs;
using Monolith.Pipelines.Decisions.Ruling;
using Monolith.Pipelines.Engine;
using Monolith.Pipelines.Journal.Items;
using Monolith.Pipelines.Runs.Commands;

namespace Monolith.Pipelines.Api.People;

/// <summary><c>/api/v1/decisions</c>.</summary>
internal static class DecisionRoutes
{
    private const int MaxBytes = 64 << 10;
    private const int LongestReason = 2_000;

    private static readonly string[] Statuses = [.. Enum.GetValues<DecisionStatus>().Select(PeopleItems.NameOf)];

    public static void Map(IEndpointRouteBuilder app)
    {
        var group = app.MapGroup("/api/v1/decisions").WithTags("Decisions").RequireRole(AccessRole.Viewer).OfProject(ProjectItem.RunItem);
        group.MapGet("", ListAsync).WithName("ListDecisions").InProjects().WithSummary("Lists decisions, newest first").ProducesProblem(StatusCodes.Status400BadRequest);
        group.MapGet("{id:guid}", GetAsync).WithName("GetDecision").WithSummary("Shows a decision").ProducesProblem(StatusCodes.Status404NotFound);
        Describe(group, Verdict.Approve, "Approves; the stage goes on when enough people have");
        Describe(group, Verdict.Revise, "Sends it back; the agent proposes anew and sees the remark");
        Describe(group, Verdict.Escalate, "Hands it to whom the policy names next");
        Describe(group, Verdict.Abort, "Says no; the stage fails");
    }

    private static void Describe(RouteGroupBuilder group, Verdict verdict, string summary) => group
        .MapPost($"{{id:guid}}/{verdict.ToString().ToLowerInvariant()}", (Guid id, HttpContext http, RunItemTable items, RunEngine engine, IAgentCatalog agents, HostIdentity host, TimeProvider time) =>
            DecideAsync(id, verdict, http, items, engine, agents, host, time))
        .WithName($"{verdict}Decision")
        .Audited($"decision.{verdict.ToString().ToLowerInvariant()}")
        .RequireRole(AccessRole.Approver)
        .WithSummary(summary)
        .WithDescription("Who does so is the header x-user-id. The same again changes nothing.")
        .Accepts<DecideRequest>(isOptional: true, "application/json")
        .ProducesProblem(StatusCodes.Status400BadRequest)
        .ProducesProblem(StatusCodes.Status403Forbidden)
        .ProducesProblem(StatusCodes.Status404NotFound)
        .ProducesProblem(StatusCodes.Status409Conflict);

    /// <param name="status">One or more of the statuses, separated by commas.</param>
    /// <param name="category">Of one category only.</param>
    /// <param name="approver">Only those that this person is named to decide.</param>
    /// <param name="runId">Of one run only.</param>
    /// <param name="cursor">The nextCursor of the page before.</param>
    /// <param name="limit">1 to 500; 50 when absent.</param>
    /// <param name="projects">Injected.</param>
    /// <param name="items">Injected.</param>
    /// <param name="agents">Injected.</param>
    /// <param name="cancellationToken">Injected.</param>
    private static async Task<Results<Ok<DecisionListResponse>, ProblemHttpResult>> ListAsync(
        string? status, string? category, string? approver, string? runId, string? cursor, string? limit, RequestProjects projects, RunItemTable items, IAgentCatalog agents, CancellationToken cancellationToken)
    {
        var holds = new JsonObject();
        if (category is not null)
            holds["proposal"] = new JsonObject { ["category"] = category };
        if (approver is not null)
            holds["approvers"] = new JsonArray(approver);
        var filter = PeopleFilter.Parse(RunItemKinds.Decision, projects.Filter, Statuses, status, runId, cursor, limit, holds);
        if (!filter.IsSuccess)
            return ApiProblems.From(filter.Problems);
        var (page, next) = await PeopleFilter.PageAsync(items, filter.Value, cancellationToken);
        return TypedResults.Ok(new DecisionListResponse([.. page.Select(stored => PeopleViews.Decision(stored, agents))], next));
    }

    private static async Task<Results<Ok<DecisionResponse>, ProblemHttpResult>> GetAsync(
        Guid id, RunItemTable items, IAgentCatalog agents, CancellationToken cancellationToken) =>
        await items.FindAsync(RunItemKinds.Decision, id, cancellationToken) is { } found ? TypedResults.Ok(PeopleViews.Decision(found, agents)) : ApiProblems.From(None(id));

    private static async Task<Results<Ok<DecisionResponse>, ProblemHttpResult>> DecideAsync(
        Guid id, Verdict verdict, HttpContext http, RunItemTable items, RunEngine engine, IAgentCatalog agents, HostIdentity host, TimeProvider time)
    {
        var cancellationToken = http.RequestAborted;
        if (await RequestBody.ReadAsync(http.Request, MaxBytes, cancellationToken) is not { } body)
            return ApiProblems.TooLarge(MaxBytes);
        var request = body.Length == 0 ? new DecideRequest(null, null, null, null) : StartRunReader.Parse<DecideRequest>(body, "such as {\"reason\": \"Looks right\"}");
        var problems = request.IsSuccess ? [.. Check(request.Value, verdict)] : request.Problems;
        if (Origin.Current?.UserId is null)
            problems = [.. problems, new Problem(ErrorCodes.Forbidden, "Say who you are: the header x-user-id.", "x-user-id")];
        if (problems.Count > 0)
            return ApiProblems.From(problems);
        if (await items.FindAsync(RunItemKinds.Decision, id, cancellationToken) is not { } stored)
            return ApiProblems.From(None(id));

        var command = new DecideDecision(id, verdict, Origin.Current!.UserId!, request.Value.Reason, host.Id, host.Name, time.GetUtcNow())
        {
            Option = request.Value.Option,
            Subject = request.Value.Subject,
            Remark = request.Value.Remark,
        };
        var answer = await engine.AskAsync(stored.RunId, command, cancellationToken);
        return answer.IsSuccess ? TypedResults.Ok(PeopleViews.Decision((await items.FindAsync(RunItemKinds.Decision, id, cancellationToken))!, agents)) : ApiProblems.From(answer.Problems);
    }

    private static IEnumerable<Problem> Check(DecideRequest request, Verdict verdict)
    {
        if (request.Reason?.Length > LongestReason)
            yield return new Problem(ErrorCodes.ValidationError, $"Give at most {LongestReason} characters.", "reason");
        if (verdict != Verdict.Approve && request.Option is not null)
            yield return new Problem(ErrorCodes.ValidationError, "Only an approval chooses.", "option");
        if (verdict != Verdict.Revise && request.Remark is not null)
            yield return new Problem(ErrorCodes.ValidationError, "Only a revision has a remark.", "remark");
        if (request.Remark is { ValueKind: not System.Text.Json.JsonValueKind.Object })
            yield return new Problem(ErrorCodes.ValidationError, "Give an object.", "remark");
    }

    private static Problem None(Guid id) => new(ErrorCodes.NotFound, $"There is no decision {id}.");
}
