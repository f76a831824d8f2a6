using System.Globalization;
using System.Runtime.CompilerServices;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Monolith.Access.Contracts;
using Monolith.Access.Contracts.Projects;

namespace Monolith.Live.Streaming;

/// <summary><c>GET /api/v1/runs/changes</c>: server-sent events for whoever looks at a list of runs.</summary>
internal static class RunChangesEndpoint
{
    private static readonly TimeSpan Quiet = TimeSpan.FromSeconds(15);

    public static void Map(IEndpointRouteBuilder app) => app
        .MapGet("/api/v1/runs/changes", HandleAsync)
        .WithName("FollowRuns")
        .WithSummary("Follows the list of runs live")
        .WithDescription("'runs' brings rows of the list as they are now, 'more' how many others have changed: read the list again, as after each connection. "
            + "'closing' says that the host stops: connect again.")
        .WithTags("Runs")
        .RequireRole(AccessRole.Viewer)
        .InProjects()
        .Produces<string>(StatusCodes.Status200OK, "text/event-stream")
        .ProducesProblem(StatusCodes.Status429TooManyRequests)
        .ProducesProblem(StatusCodes.Status503ServiceUnavailable);

    private static async Task<IResult> HandleAsync(HttpContext http, RequestProjects projects, RunFeed feed, OpenStreams streams, TimeProvider time)
    {
        // Before the answer begins: who reads the list then misses nothing between the two.
        using var listener = feed.Listen();
        return await StreamDoor.WriteAsync(http, streams, FollowAsync(projects.Scope, listener, streams, time, http.RequestAborted));
    }

    private static async IAsyncEnumerable<SseMessage?> FollowAsync(
        ProjectScope scope, RunFeedListener listener, OpenStreams streams, TimeProvider time, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, streams.Closing);
        var next = listener.NextAsync(stop.Token);
        while (true)
        {
            await Task.WhenAny(next, Task.Delay(Quiet, time, stop.Token));
            if (stop.IsCancellationRequested)
                break;
            if (!next.IsCompleted)
            {
                yield return null;
                continue;
            }

            foreach (var message in Say(await next, scope))
                yield return message;
            next = listener.NextAsync(stop.Token);
        }

        yield return SseMessage.Closing;
    }

    /// <returns>What a caller of these projects is told of it.</returns>
    public static IEnumerable<SseMessage> Say(RunFeedBatch batch, ProjectScope scope)
    {
        var seen = batch.Rows.Where(row => scope.Includes(row.Project)).Select(row => row.Json).ToList();
        if (seen.Count > 0)
            yield return new SseMessage("runs", $"[{string.Join(',', seen)}]");
        if (batch.More > 0)
            yield return new SseMessage("more", string.Create(CultureInfo.InvariantCulture, $$"""{"count":{{batch.More}}}"""));
    }
}
