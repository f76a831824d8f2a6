using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.AspNetCore.Mvc;
using Monolith.Kernel;

namespace Monolith.Host.Startup;

/// <summary>
/// Gives the answers that no module wrote (no such address, wrong method, wrong content type, a fault) what every problem
/// of this API has: a code, and a sentence that says how to mend it. Problems that lack only the list of errors get it. To each,
/// whoever wrote it, what the catalogue says of its code is added here and nowhere else.
/// </summary>
internal static class FrameworkProblems
{
    private const string Code = "code";
    private const string Errors = "errors";

    public static void Complete(ProblemDetailsContext context)
    {
        var problem = context.ProblemDetails;
        if (!problem.Extensions.ContainsKey(Errors))
            AddErrors(problem, context.HttpContext);
        if (problem.Extensions.TryGetValue(Code, out var said) && said is string code && ErrorCatalog.Find(code) is { } entry)
            Describe(problem, entry, context.HttpContext.Request.PathBase);
    }

    private static void AddErrors(ProblemDetails problem, HttpContext http)
    {
        var (code, message) = problem.Extensions.TryGetValue(Code, out var given) && given is string known
            ? (known, problem.Title)
            : Tell(problem.Status ?? http.Response.StatusCode, http);
        problem.Detail ??= message;
        problem.Extensions[Code] = code;
        problem.Extensions[Errors] = new object[] { new { code, message = problem.Detail } };
    }

    private static void Describe(ProblemDetails problem, ErrorEntry entry, PathString at)
    {
        // A reference without a host: it leads to the page of errors by whichever name this host was reached.
        problem.Type = at + entry.Link;
        problem.Extensions["category"] = entry.Category;
        problem.Extensions["severity"] = entry.Severity;
        problem.Extensions["retryable"] = entry.Retryable;
        problem.Extensions["hint"] = entry.Hint;
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
