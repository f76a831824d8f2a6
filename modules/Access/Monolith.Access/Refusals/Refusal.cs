using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Monolith.Kernel;

namespace Monolith.Access.Refusals;

/// <summary>What the module refuses, as RFC 9457 problem details.</summary>
internal static class Refusal
{
    public static ProblemHttpResult Of(IReadOnlyList<Problem> problems) => TypedResults.Problem(
        detail: problems.Count == 1 ? problems[0].Message : $"{problems.Count} things are wrong; see errors.",
        statusCode: StatusOf(problems[0].Code),
        extensions: new Dictionary<string, object?>
        {
            ["code"] = problems[0].Code,
            ["errors"] = problems.Select(problem => new { path = problem.Path, code = problem.Code, message = problem.Message }).ToArray(),
        });

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
