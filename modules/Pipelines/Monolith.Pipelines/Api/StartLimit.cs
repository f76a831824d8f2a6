using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.DependencyInjection;
using Monolith.Kernel;
using Monolith.Pipelines.Api.Http;
using Monolith.Pipelines.Engine.Launch;

namespace Monolith.Pipelines.Api;

/// <summary>Stands before what starts runs: nothing is read of a request that is not taken on, and its idempotency key stays free.</summary>
internal static class StartLimit
{
    public static RouteHandlerBuilder LimitStarts(this RouteHandlerBuilder route) => route
        .ProducesProblem(StatusCodes.Status503ServiceUnavailable)
        .AddEndpointFilter(async (context, next) =>
        {
            var gate = context.HttpContext.RequestServices.GetRequiredService<StartGate>();
            if (gate.TryEnter() is { } refusal)
                return Refuse(context.HttpContext, refusal);
            try
            {
                return await next(context);
            }
            finally
            {
                gate.Leave();
            }
        });

    private static ProblemHttpResult Refuse(HttpContext http, StartRefusal refusal)
    {
        var (seconds, message) = refusal == StartRefusal.Queue
            ? (10, "As many runs are queued as may be (Engine:MaxQueuedRuns). Nothing was started; ask again when some are done.")
            : (1, "The host starts as many runs as it can at once (Engine:MaxStarting). Nothing was started; ask again in a moment.");
        http.Response.Headers.RetryAfter = seconds.ToString(CultureInfo.InvariantCulture);
        return ApiProblems.From(new Problem(ErrorCodes.Overloaded, message));
    }
}
