using System.Globalization;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
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
    private static readonly string[] Final = ["run_succeeded", "run_failed", "run_cancelled"];

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
            return StreamDoor.Problem(StatusCodes.Status400BadRequest, ErrorCodes.ValidationError, "Last-Event-ID and 'after' take the version of an event, a whole number.");
        if (await history.ReadAsync(id, version, http.RequestAborted) is not { } known)
            return StreamDoor.Problem(StatusCodes.Status404NotFound, ErrorCodes.NotFound, $"There is no run {id}.");

        return StreamDoor.WantsEvents(http.Request)
            ? await StreamDoor.WriteAsync(http, streams, MessagesAsync(stream.FollowAsync(id, version, known, http.RequestAborted), known.IsFinal))
            : TypedResults.Ok(new RunEventsResponse(known.Events, known.IsFinal));
    }

    private static async IAsyncEnumerable<SseMessage?> MessagesAsync(IAsyncEnumerable<RunEvent?> events, bool isFinal)
    {
        await foreach (var change in events)
        {
            isFinal |= change is not null && Final.Contains(change.Type);
            yield return change is null
                ? null
                : new SseMessage(change.Type, JsonSerializer.Serialize(change, JsonSerializerOptions.Web), change.Version.ToString(CultureInfo.InvariantCulture));
        }

        yield return isFinal ? SseMessage.End : SseMessage.Closing;
    }
}

/// <summary>A run's events.</summary>
/// <param name="Events">In order of version.</param>
/// <param name="IsFinal">Whether the run is over, so that no event will follow.</param>
internal sealed record RunEventsResponse(IReadOnlyList<RunEvent> Events, bool IsFinal);
