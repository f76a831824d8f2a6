using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Monolith.Access.Contracts;
using Monolith.Access.Contracts.Projects;
using Monolith.Kernel;
using Monolith.Pipelines.Contracts;

namespace Monolith.Live.Streaming;

/// <summary>
/// <c>GET /api/v1/runs/{id}/events</c>: a JSON list, or with <c>Accept: text/event-stream</c> server-sent events, whose id is
/// the version, until the run is over.
/// </summary>
internal static class RunEventsEndpoint
{
    public static void Map(IEndpointRouteBuilder app) => app
        .MapGet("/api/v1/runs/{id:guid}/events", HandleAsync)
        .WithName("GetRunEvents")
        .WithSummary("Reads a run's events, or follows them live")
        .WithDescription("With Accept: text/event-stream the events come as they are committed; Last-Event-ID goes on after that version. "
            + "The event 'end' closes a run that is over, 'closing' a host that stops: connect again.")
        .WithTags("Runs")
        .RequireRole(AccessRole.Viewer)
        .OfProject(ProjectItem.Run)
        .Produces<RunEventsResponse>(StatusCodes.Status200OK, "application/json", "text/event-stream")
        .ProducesProblem(StatusCodes.Status400BadRequest)
        .ProducesProblem(StatusCodes.Status404NotFound)
        .ProducesProblem(StatusCodes.Status429TooManyRequests)
        .ProducesProblem(StatusCodes.Status503ServiceUnavailable);

    /// <param name="id">The run.</param>
    /// <param name="after">Only events after this version; the Last-Event-ID header wins.</param>
    /// <param name="http">Injected.</param>
    /// <param name="history">Injected.</param>
    /// <param name="stream">Injected.</param>
    /// <param name="streams">Injected.</param>
    private static async Task<IResult> HandleAsync(Guid id, string? after, HttpContext http, IRunHistory history, RunEventStream stream, OpenStreams streams)
    {
        var asked = http.Request.Headers["Last-Event-ID"].ToString() is { Length: > 0 } last ? last : after ?? "0";
        if (!long.TryParse(asked, NumberStyles.None, CultureInfo.InvariantCulture, out var version))
            return Problem(StatusCodes.Status400BadRequest, ErrorCodes.ValidationError, "Last-Event-ID and 'after' take the version of an event, a whole number.");
        if (await history.ReadAsync(id, version, http.RequestAborted) is not { } known)
            return Problem(StatusCodes.Status404NotFound, ErrorCodes.NotFound, $"There is no run {id}.");

        if (!http.Request.Headers.Accept.ToString().Contains("text/event-stream", StringComparison.OrdinalIgnoreCase))
            return TypedResults.Ok(new RunEventsResponse(known.Events, known.IsFinal));

        var entered = streams.Enter(CallerOf(http));
        if (!entered.IsSuccess)
            return Refuse(http, entered.Problems[0]);
        using var open = entered.Value;
        await SseWriter.WriteAsync(http, stream.FollowAsync(id, version, known, http.RequestAborted), known.IsFinal);
        return Results.Empty;
    }

    private static string CallerOf(HttpContext http) =>
        http.User.IsSignedIn() ? $"name {http.User.Identity!.Name}" : $"address {http.Connection.RemoteIpAddress}";

    private static ProblemHttpResult Refuse(HttpContext http, Problem problem)
    {
        http.Response.Headers.RetryAfter = "5";
        var status = problem.Code == ErrorCodes.Overloaded ? StatusCodes.Status503ServiceUnavailable : StatusCodes.Status429TooManyRequests;
        return Problem(status, problem.Code, problem.Message);
    }

    private static ProblemHttpResult Problem(int status, string code, string detail) => TypedResults.Problem(
        detail: detail, statusCode: status, extensions: new Dictionary<string, object?> { ["code"] = code });
}

/// <summary>A run's events.</summary>
/// <param name="Events">In order of version.</param>
/// <param name="IsFinal">Whether the run is over, so that no event will follow.</param>
internal sealed record RunEventsResponse(IReadOnlyList<RunEvent> Events, bool IsFinal);
