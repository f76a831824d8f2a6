using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Mvc;

namespace Monolith.Host.Startup;

/// <summary>A request that the server itself cannot read (too large, too slow, broken off) is the client's fault and no 500.</summary>
internal sealed class RequestFaults(IProblemDetailsService problems) : IExceptionHandler
{
    public ValueTask<bool> TryHandleAsync(HttpContext httpContext, Exception exception, CancellationToken cancellationToken)
    {
        if (exception is not BadHttpRequestException bad)
            return ValueTask.FromResult(false);
        httpContext.Response.StatusCode = bad.StatusCode;
        return problems.TryWriteAsync(new ProblemDetailsContext
        {
            HttpContext = httpContext,
            ProblemDetails = new ProblemDetails { Status = bad.StatusCode, Detail = Say(bad.StatusCode) },
        });
    }

    private static string? Say(int status) => status switch
    {
        StatusCodes.Status413PayloadTooLarge => $"The body is larger than {Composition.MaxBody >> 20} MiB, the most that is taken anywhere. Send a smaller one.",
        StatusCodes.Status408RequestTimeout => "The body came too slowly. Send it again over a better line, or in smaller parts.",
        _ => null,
    };
}
