using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Monolith.Pipelines.Engine.Launch;

namespace Monolith.Pipelines.Api;

/// <summary>Stands before what starts runs: nothing is read of a request that is not taken on, and its idempotency key stays free.</summary>
internal static class StartLimit
{
    public static RouteHandlerBuilder LimitStarts(this RouteHandlerBuilder route) => route
        .ProducesProblem(StatusCodes.Status503ServiceUnavailable)
        .WithMetadata(StartsRuns.Mark)
        .AddEndpointFilter(async (context, next) =>
        {
            var gate = context.HttpContext.RequestServices.GetRequiredService<StartGate>();
            if (gate.TryEnter() is { } refusal)
            {
                await RefuseAsync(context.HttpContext, refusal);
                return Results.Empty;
            }

            try
            {
                return await next(context);
            }
            finally
            {
                gate.Leave();
            }
        });

    /// <summary>What would be refused by its endpoint is refused before anybody is asked who they are: under a flood that is most of the work.</summary>
    public static IApplicationBuilder UseStartLimit(this IApplicationBuilder app)
    {
        var gate = app.ApplicationServices.GetRequiredService<StartGate>();
        return app.Use((http, next) =>
            http.GetEndpoint()?.Metadata.GetMetadata<StartsRuns>() is not null && gate.Refusal is { } refusal ? RefuseAsync(http, refusal) : next(http));
    }

    private static async Task RefuseAsync(HttpContext http, StartRefusal refusal)
    {
        await http.RequestServices.GetRequiredService<RefusalPace>().WaitAsync(http.RequestAborted);
        await OverloadAnswer.WriteAsync(http, refusal);
    }

    private sealed class StartsRuns
    {
        public static StartsRuns Mark { get; } = new();
    }
}
