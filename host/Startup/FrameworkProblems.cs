using Microsoft.AspNetCore.Http.Extensions;
using Monolith.Kernel;

namespace Monolith.Host.Startup;

/// <summary>
/// Gives the answers that no module wrote (no such address, wrong method, wrong content type, a fault) what every problem
/// of this API has: a code, and a sentence that says how to mend it. Problems that lack only the list of errors get it.
/// </summary>
internal static class FrameworkProblems
{
    private const string Code = "code";
    private const string Errors = "errors";

    public static void Complete(ProblemDetailsContext context)
    {
        var problem = context.ProblemDetails;
        if (problem.Extensions.ContainsKey(Errors))
            return;

        var (code, message) = problem.Extensions.TryGetValue(Code, out var given) && given is string known
            ? (known, problem.Title)
            : Tell(problem.Status ?? context.HttpContext.Response.StatusCode, context.HttpContext);
        problem.Type = $"https://monolith.invalid/errors/{code}";
        problem.Detail ??= message;
        problem.Extensions[Code] = code;
        problem.Extensions[Errors] = new object[] { new { code, message = problem.Detail } };
    }

    private static (string Code, string Message) Tell(int status, HttpContext http) => status switch
    {
        StatusCodes.Status404NotFound => (ErrorCodes.NotFound, $"There is nothing at {PathOf(http)}. The page /docs lists every address."),
        StatusCodes.Status405MethodNotAllowed => (
            ErrorCodes.ValidationError, $"{http.Request.Method} is not taken at {PathOf(http)}; there is {http.Response.Headers.Allow}."),
        StatusCodes.Status415UnsupportedMediaType => (
            ErrorCodes.ValidationError, "Say what the body is: Content-Type: application/yaml or application/json. (curl: -H 'Content-Type: application/yaml')"),
        >= StatusCodes.Status500InternalServerError => (
            ErrorCodes.InternalError, "The host could not answer. Its log says why, in a line with this answer's x-request-id."),
        _ => (ErrorCodes.ValidationError, $"The request to {PathOf(http)} cannot be read. The page /docs says what it takes."),
    };

    private static string PathOf(HttpContext http) => UriHelper.BuildRelative(http.Request.PathBase, http.Request.Path);
}
