using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Monolith.Kernel;

namespace Monolith.Access.Contracts;

/// <summary>Problems as RFC 9457 problem details.</summary>
public static class ProblemAnswer
{
    /// <param name="problems">One at least; the first gives the code.</param>
    /// <param name="status">Of the answer.</param>
    /// <returns>Problem details with <c>code</c> and, for each problem, an entry of <c>errors</c>.</returns>
    public static ProblemHttpResult Of(IReadOnlyList<Problem> problems, int status) => TypedResults.Problem(
        detail: problems.Count == 1 ? problems[0].Message : $"{problems.Count} things are wrong; see errors.",
        statusCode: status,
        extensions: new Dictionary<string, object?>
        {
            ["code"] = problems[0].Code,
            ["errors"] = problems.Select(problem => new { path = problem.Path, code = problem.Code, message = problem.Message }).ToArray(),
        });
}
