using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http;
using Monolith.Kernel;
using Monolith.Pipelines.Api.Http;
using Monolith.Pipelines.Journal;
using Npgsql;

namespace Monolith.Pipelines.Api;

/// <summary>A database that does not answer is a 503 that says so, and one that cannot store a value a 400; neither is a 500.</summary>
internal sealed class JournalFaults : IExceptionHandler
{
    public async ValueTask<bool> TryHandleAsync(HttpContext httpContext, Exception exception, CancellationToken cancellationToken)
    {
        if (exception is JournalRefusedException refused)
        {
            await ApiProblems.From(new Problem(ErrorCodes.ValidationError, refused.Message)).ExecuteAsync(httpContext);
            return true;
        }

        if (exception is not (JournalUnavailableException or NpgsqlException { IsTransient: true }))
            return false;

        httpContext.Response.Headers.RetryAfter = "5";
        const string message = "The database does not answer. Ask again in a moment; with the same Idempotency-Key nothing is done twice.";
        await ApiProblems.From(new Problem(ErrorCodes.DatabaseError, message)).ExecuteAsync(httpContext);
        return true;
    }
}
