using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Monolith.Kernel;

namespace Monolith.Secrets.Api;

/// <summary>What the module refuses, as RFC 9457 problem details.</summary>
internal static class SecretProblems
{
    public static ProblemHttpResult Of(IReadOnlyList<Problem> problems) => TypedResults.Problem(
        detail: problems.Count == 1 ? problems[0].Message : $"{problems.Count} things are wrong; see errors.",
        statusCode: StatusOf(problems[0].Code),
        extensions: new Dictionary<string, object?>
        {
            ["code"] = problems[0].Code,
            ["errors"] = problems.Select(problem => new { path = problem.Path, code = problem.Code, message = problem.Message }).ToArray(),
        });

    private static int StatusOf(string code) => code switch
    {
        ErrorCodes.NotFound => StatusCodes.Status404NotFound,
        ErrorCodes.Conflict => StatusCodes.Status409Conflict,
        ErrorCodes.SecretStoreShut => StatusCodes.Status503ServiceUnavailable,
        _ => StatusCodes.Status400BadRequest,
    };
}
