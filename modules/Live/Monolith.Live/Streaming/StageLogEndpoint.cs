using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Monolith.Access.Contracts;
using Monolith.Access.Contracts.Projects;
using Monolith.Kernel;
using Monolith.Pipelines.Contracts.Following;

namespace Monolith.Live.Streaming;

/// <summary><c>GET /api/v1/runs/{id}/stages/{stage}/log/events</c>: a stage's log as it is written.</summary>
internal static class StageLogEndpoint
{
    private const int Most = 200;

    /// <summary>Lines of a stage that another host does are found by reading.</summary>
    private static readonly TimeSpan ReadAnyway = TimeSpan.FromSeconds(1);

    public static void Map(IEndpointRouteBuilder app) => app
        .MapGet("/api/v1/runs/{id:guid}/stages/{stage}/log/events", HandleAsync)
        .WithName("FollowStageLog")
        .WithSummary("Follows a stage's log live")
        .WithDescription("Server-sent events: 'lines' brings a JSON string of whole lines, from the first one on; Last-Event-ID, or else 'after', goes on after that piece. "
            + "'end' says that the stage writes no more, 'closing' that the host stops: connect again.")
        .WithTags("Runs")
        .RequireRole(AccessRole.Viewer)
        .OfProject(ProjectItem.Run)
        .Produces<string>(StatusCodes.Status200OK, "text/event-stream")
        .ProducesProblem(StatusCodes.Status400BadRequest)
        .ProducesProblem(StatusCodes.Status404NotFound)
        .ProducesProblem(StatusCodes.Status429TooManyRequests)
        .ProducesProblem(StatusCodes.Status503ServiceUnavailable);

    /// <param name="id">The run.</param>
    /// <param name="stage">The stage's id.</param>
    /// <param name="after">The id of the last event that is known, such as 1-42; the Last-Event-ID header wins.</param>
    /// <param name="http">Injected.</param>
    /// <param name="history">Injected.</param>
    /// <param name="streams">Injected.</param>
    /// <param name="time">Injected.</param>
    private static async Task<IResult> HandleAsync(Guid id, string stage, string? after, HttpContext http, IStageLogHistory history, OpenStreams streams, TimeProvider time)
    {
        var asked = http.Request.Headers["Last-Event-ID"].ToString() is { Length: > 0 } last ? last : after ?? "";
        if (Parse(asked) is not { } place)
            return StreamDoor.Problem(StatusCodes.Status400BadRequest, ErrorCodes.ValidationError, "Last-Event-ID and 'after' take the id of an event of this log, such as 1-42.");
        if (await history.IsOverAsync(id, stage, http.RequestAborted) is not { } isOver)
            return StreamDoor.Problem(StatusCodes.Status404NotFound, ErrorCodes.StageNotFound, $"There is no stage '{stage}' in a run {id}.");
        return await StreamDoor.WriteAsync(http, streams, FollowAsync(id, stage, place, isOver, history, streams, time, http.RequestAborted));
    }

    private static async IAsyncEnumerable<SseMessage?> FollowAsync(
        Guid id, string stage, StageLogPlace place, bool isOver, IStageLogHistory history, OpenStreams streams, TimeProvider time, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, streams.Closing);
        using var bell = new Bell(ReadAnyway, time);
        using var subscription = history.Subscribe(id, stage, bell.Ring);
        do
        {
            var before = place;
            IReadOnlyList<StageLogPiece> pieces;
            do
            {
                pieces = await history.ReadAsync(id, stage, place, Most, cancellationToken);
                foreach (var piece in pieces)
                {
                    place = piece.Place;
                    yield return new SseMessage("lines", JsonSerializer.Serialize(piece.Text), $"{place.Attempt}-{place.Number.ToString(CultureInfo.InvariantCulture)}");
                }
            }
            while (pieces.Count == Most);

            if (isOver)
            {
                yield return SseMessage.End;
                yield break;
            }

            if (place != before)
                continue;
            // Asked when it is quiet only, since it costs the whole run; what was written before the stage's end is read once more.
            isOver = await history.IsOverAsync(id, stage, cancellationToken) != false;
            if (isOver)
                bell.Ring();
            else
                yield return null;
        }
        while (await bell.WaitAsync(stop.Token));

        yield return SseMessage.Closing;
    }

    private static StageLogPlace? Parse(string id)
    {
        if (id.Length == 0)
            return default(StageLogPlace);
        var parts = id.Split('-');
        return parts.Length == 2
            && int.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out var attempt)
            && long.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out var number)
                ? new StageLogPlace(attempt, number)
                : null;
    }
}
