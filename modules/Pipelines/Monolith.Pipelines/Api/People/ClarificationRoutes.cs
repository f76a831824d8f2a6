using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Monolith.Access.Contracts;
using Monolith.Access.Contracts.Audit;
using Monolith.Access.Contracts.Projects;
using Monolith.Kernel;
using Monolith.Pipelines.Api.Http;
using Monolith.Pipelines.Api.Runs;
using Monolith.Pipelines.Decisions.Clarity;
using Monolith.Pipelines.Engine;
using Monolith.Pipelines.Journal.Items;
using Monolith.Pipelines.Runs.Commands;

namespace Monolith.Pipelines.Api.People;

/// <summary><c>/api/v1/clarifications</c>.</summary>
internal static class ClarificationRoutes
{
    private const int MaxBytes = 256 << 10;

    private static readonly string[] Statuses = [PeopleItems.Pending, PeopleItems.Answered, PeopleItems.Expired];

    public static void Map(IEndpointRouteBuilder app)
    {
        var group = app.MapGroup("/api/v1/clarifications").WithTags("Clarifications").RequireRole(AccessRole.Viewer).OfProject(ProjectItem.RunItem);
        group.MapGet("", ListAsync).WithName("ListClarifications").InProjects().WithSummary("Lists clarifications, newest first").ProducesProblem(StatusCodes.Status400BadRequest);
        group.MapGet("{id:guid}", GetAsync).WithName("GetClarification").WithSummary("Shows what a stage asks").ProducesProblem(StatusCodes.Status404NotFound);
        group.MapPost("{id:guid}/answers", AnswerAsync).WithName("AnswerClarification").Audited("clarification.answer").RequireRole(AccessRole.Operator).WithSummary("Answers all questions of a clarification")
            .Accepts<AnswerRequest>("application/json")
            .ProducesProblem(StatusCodes.Status400BadRequest)
            .ProducesProblem(StatusCodes.Status404NotFound)
            .ProducesProblem(StatusCodes.Status409Conflict);
    }

    /// <param name="status">One or more of the statuses, separated by commas.</param>
    /// <param name="runId">Of one run only.</param>
    /// <param name="cursor">The nextCursor of the page before.</param>
    /// <param name="limit">1 to 500; 50 when absent.</param>
    /// <param name="projects">Injected.</param>
    /// <param name="items">Injected.</param>
    /// <param name="cancellationToken">Injected.</param>
    private static async Task<Results<Ok<ClarificationListResponse>, ProblemHttpResult>> ListAsync(
        string? status, string? runId, string? cursor, string? limit, RequestProjects projects, RunItemTable items, CancellationToken cancellationToken)
    {
        var filter = PeopleFilter.Parse(RunItemKinds.Clarification, projects.Filter, Statuses, status, runId, cursor, limit);
        if (!filter.IsSuccess)
            return ApiProblems.From(filter.Problems);
        var (page, next) = await PeopleFilter.PageAsync(items, filter.Value, cancellationToken);
        return TypedResults.Ok(new ClarificationListResponse([.. page.Select(PeopleViews.Clarification)], next));
    }

    private static async Task<Results<Ok<ClarificationResponse>, ProblemHttpResult>> GetAsync(Guid id, RunItemTable items, CancellationToken cancellationToken) =>
        await items.FindAsync(RunItemKinds.Clarification, id, cancellationToken) is { } found
            ? TypedResults.Ok(PeopleViews.Clarification(found))
            : ApiProblems.From(None(id));

    private static async Task<Results<Ok<ClarificationResponse>, ProblemHttpResult>> AnswerAsync(
        Guid id, HttpContext http, RunItemTable items, RunEngine engine, HostIdentity host, TimeProvider time)
    {
        var cancellationToken = http.RequestAborted;
        if (await RequestBody.ReadAsync(http.Request, MaxBytes, cancellationToken) is not { } body)
            return ApiProblems.TooLarge(MaxBytes);
        var request = StartRunReader.Parse<AnswerRequest>(body, "such as {\"answers\": {\"precision\": \"Under 200 ms\"}}");
        if (!request.IsSuccess)
            return ApiProblems.From(request.Problems);
        if (await items.FindAsync(RunItemKinds.Clarification, id, cancellationToken) is not { } stored)
            return ApiProblems.From(None(id));
        var wrong = AnswerRules.Check(PeopleViews.Clarification(stored).Questions, request.Value.Answers);
        if (wrong.Count > 0)
            return ApiProblems.From(wrong);

        var command = new AnswerClarification(id, request.Value.Answers, Origin.Current?.UserId, host.Id, host.Name, time.GetUtcNow());
        var answer = await engine.AskAsync(stored.RunId, command, cancellationToken);
        return answer.IsSuccess
            ? TypedResults.Ok(PeopleViews.Clarification((await items.FindAsync(RunItemKinds.Clarification, id, cancellationToken))!))
            : ApiProblems.From(answer.Problems);
    }

    private static Problem None(Guid id) => new(ErrorCodes.NotFound, $"There is no clarification {id}.");
}
