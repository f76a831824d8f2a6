using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Monolith.Access.Contracts;
using Monolith.Kernel;

namespace Monolith.Access.Refusals;

/// <summary>What the module refuses, as RFC 9457 problem details.</summary>
internal static class Refusal
{
    public static ProblemHttpResult Of(IReadOnlyList<Problem> problems) => ProblemAnswer.Of(problems, StatusOf(problems[0].Code));

    public static Task WriteAsync(HttpContext http, string code, string message, string? path = null) =>
        Of([new Problem(code, message, path)]).ExecuteAsync(http);

    private static int StatusOf(string code) => code switch
    {
        ErrorCodes.Unauthenticated => StatusCodes.Status401Unauthorized,
        ErrorCodes.Forbidden => StatusCodes.Status403Forbidden,
        ErrorCodes.NotFound => StatusCodes.Status404NotFound,
        ErrorCodes.DatabaseError => StatusCodes.Status503ServiceUnavailable,
        ErrorCodes.RateLimitExceeded => StatusCodes.Status429TooManyRequests,
        _ => StatusCodes.Status400BadRequest,
    };
}
