using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Monolith.Access.Contracts;
using Monolith.Kernel;

namespace Monolith.Live.Streaming;

/// <summary>Lets followers in, as many as this host and each caller may have.</summary>
internal static class StreamDoor
{
    public static bool WantsEvents(HttpRequest request) =>
        request.Headers.Accept.ToString().Contains("text/event-stream", StringComparison.OrdinalIgnoreCase);

    /// <returns>The stream, written to its end; or why there is none.</returns>
    public static async Task<IResult> WriteAsync(HttpContext http, OpenStreams streams, IAsyncEnumerable<SseMessage?> messages)
    {
        var entered = streams.Enter(CallerOf(http));
        if (!entered.IsSuccess)
            return Refuse(http, entered.Problems[0]);
        using var open = entered.Value;
        await SseWriter.WriteAsync(http, messages);
        return Results.Empty;
    }

    public static ProblemHttpResult Problem(int status, string code, string detail) => TypedResults.Problem(
        detail: detail, statusCode: status, extensions: new Dictionary<string, object?> { ["code"] = code });

    private static string CallerOf(HttpContext http) =>
        http.User.IsSignedIn() ? $"name {http.User.Identity!.Name}" : $"address {http.Connection.RemoteIpAddress}";

    private static ProblemHttpResult Refuse(HttpContext http, Problem problem)
    {
        http.Response.Headers.RetryAfter = "5";
        var status = problem.Code == ErrorCodes.Overloaded ? StatusCodes.Status503ServiceUnavailable : StatusCodes.Status429TooManyRequests;
        return Problem(status, problem.Code, problem.Message);
    }
}
