using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Monolith.Kernel;

namespace Monolith.Pipelines.Api.Http;

/// <summary>Problems as RFC 9457 problem details with the members <c>code</c> and <c>errors</c>. What the catalogue knows of the code the host adds to all.</summary>
internal static class ApiProblems
{
    public static ProblemHttpResult From(Problem problem) => From([problem]);

    public static ProblemHttpResult From(IReadOnlyList<Problem> problems)
    {
        var first = problems[0];
        return TypedResults.Problem(
            detail: problems.Count == 1 ? first.Message : $"{problems.Count} things are wrong; see errors.",
            statusCode: StatusOf(first.Code, first.Path),
            title: Title(first.Code),
            extensions: new Dictionary<string, object?> { ["code"] = first.Code, ["errors"] = Errors(problems) });
    }

    public static IReadOnlyList<ApiError> Errors(IEnumerable<Problem> problems) =>
        [.. problems.Select(p => new ApiError(p.Path, p.Code, p.Message))];

    public static ProblemHttpResult TooLarge(int maxBytes)
    {
        var problem = new Problem(ErrorCodes.ValidationError, $"The body is larger than {maxBytes / 1024} KiB, the most that is taken here.");
        return TypedResults.Problem(
            detail: problem.Message,
            statusCode: StatusCodes.Status413PayloadTooLarge,
            title: "The body is too large",
            extensions: new Dictionary<string, object?> { ["code"] = problem.Code, ["errors"] = Errors([problem]) });
    }

    private static int StatusOf(string code, string? path) => code switch
    {
        ErrorCodes.NotFound or ErrorCodes.PipelineNotFound or ErrorCodes.StageNotFound => StatusCodes.Status404NotFound,
        ErrorCodes.Conflict when path is "If-Match" or "If-None-Match" => StatusCodes.Status412PreconditionFailed,
        ErrorCodes.Conflict or ErrorCodes.UnsupportedVersion => StatusCodes.Status409Conflict,
        ErrorCodes.Forbidden => StatusCodes.Status403Forbidden,
        ErrorCodes.DatabaseError => StatusCodes.Status503ServiceUnavailable,
        _ => StatusCodes.Status400BadRequest,
    };

    private static string Title(string code) => code switch
    {
        ErrorCodes.NotFound or ErrorCodes.PipelineNotFound or ErrorCodes.StageNotFound => "Not found",
        ErrorCodes.Forbidden => "It is not yours to do",
        ErrorCodes.Conflict => "The present state does not allow it",
        ErrorCodes.UnsupportedVersion => "A newer version of the host wrote it",
        ErrorCodes.DatabaseError => "The database does not answer",
        _ => "The request is not valid",
    };
}

/// <summary>One thing that is wrong.</summary>
/// <param name="Path">Where in the input, such as <c>stages[2].timeout</c>; absent when it has no place.</param>
/// <param name="Code">Stable.</param>
/// <param name="Message">What is wrong and how to mend it.</param>
internal sealed record ApiError(string? Path, string Code, string Message);
