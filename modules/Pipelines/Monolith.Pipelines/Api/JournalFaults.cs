using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http;
using Monolith.Kernel;
using Monolith.Pipelines.Api.Http;
using Monolith.Pipelines.Journal;

namespace Monolith.Pipelines.Api;

/// <summary>
/// A database that does not answer is a 503 that says so, one that cannot store a value a 400, and a run of a newer version a
/// 409; none is a 500.
/// </summary>
internal sealed class JournalFaults : IExceptionHandler
{
    private const string NoAnswer =
        "The database does not answer. Ask again in a moment; with the same Idempotency-Key nothing is done twice.";

    public async ValueTask<bool> TryHandleAsync(HttpContext httpContext, Exception exception, CancellationToken cancellationToken)
    {
        var problem = exception switch
        {
            JournalRefusedException refused => new Problem(ErrorCodes.ValidationError, refused.Message),
            JournalTooNewException tooNew => new Problem(ErrorCodes.UnsupportedVersion, tooNew.Message),
            _ when StoreOutage.IsOutage(exception) => new Problem(ErrorCodes.DatabaseError, NoAnswer),
            _ => null,
        };
        if (problem is null)
            return false;
        if (problem.Code == ErrorCodes.DatabaseError)
            httpContext.Response.Headers.RetryAfter = "5";
        await ApiProblems.From(problem).ExecuteAsync(httpContext);
        return true;
    }
}
