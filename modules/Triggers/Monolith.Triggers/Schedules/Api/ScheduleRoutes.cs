using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Monolith.Access.Contracts;
using Monolith.Access.Contracts.Audit;
using Monolith.Access.Contracts.Projects;
using Monolith.Kernel;

namespace Monolith.Triggers.Schedules.Api;

/// <summary><c>/api/v1/schedules</c>. Schedules are declared by pipelines; here they are seen and paused.</summary>
internal static class ScheduleRoutes
{
    public static void Map(IEndpointRouteBuilder app)
    {
        var group = app.MapGroup("/api/v1/schedules").WithTags("Schedules").RequireRole(AccessRole.Viewer);
        group.MapGet("", ListAsync).WithName("ListSchedules").InProjects().WithSummary("Lists the schedules of pipelines with their next times");
        group.MapPost("{pipeline}/{schedule}/pause", PauseAsync).WithName("PauseSchedule").InOneProject().Audited("schedule.pause").RequireRole(AccessRole.Operator)
            .WithSummary("Lets the times of a schedule pass").ProducesProblem(StatusCodes.Status404NotFound);
        group.MapPost("{pipeline}/{schedule}/resume", ResumeAsync).WithName("ResumeSchedule").InOneProject().Audited("schedule.resume").RequireRole(AccessRole.Operator)
            .WithSummary("Goes on with the next time of a schedule").ProducesProblem(StatusCodes.Status404NotFound);
    }

    private static async Task<Ok<ScheduleListResponse>> ListAsync(RequestProjects projects, ScheduleWork work, CancellationToken cancellationToken) =>
        TypedResults.Ok(new ScheduleListResponse(
            [.. (await work.SyncAsync(cancellationToken)).Where(row => projects.Scope.Includes(row.Declared.Project)).Select(ScheduleResponse.Of)]));

    private static Task<Results<Ok<ScheduleResponse>, ProblemHttpResult>> PauseAsync(
        string pipeline, string schedule, HttpContext http, RequestProjects projects, ScheduleDesk desk) => SetAsync(pipeline, schedule, isPaused: true, http, projects, desk);

    private static Task<Results<Ok<ScheduleResponse>, ProblemHttpResult>> ResumeAsync(
        string pipeline, string schedule, HttpContext http, RequestProjects projects, ScheduleDesk desk) => SetAsync(pipeline, schedule, isPaused: false, http, projects, desk);

    private static async Task<Results<Ok<ScheduleResponse>, ProblemHttpResult>> SetAsync(
        string pipeline, string schedule, bool isPaused, HttpContext http, RequestProjects projects, ScheduleDesk desk)
    {
        var note = http.AuditNote();
        (note.Subject, note.Detail["project"]) = ($"{pipeline}/{schedule}", projects.Name);
        return await desk.SetAsync(projects.Name, pipeline, schedule, isPaused, http.RequestAborted) is { } row
            ? TypedResults.Ok(ScheduleResponse.Of(row))
            : ProblemAnswer.Of([new Problem(ErrorCodes.NotFound, "The pipeline has no such schedule. GET /api/v1/schedules lists them.", "schedule")], StatusCodes.Status404NotFound);
    }
}
