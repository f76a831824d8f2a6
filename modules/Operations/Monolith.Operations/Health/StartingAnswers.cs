using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Monolith.Operations.Health;

/// <summary>
/// Answers in the host's place while its tables are being made or migrated, or while it waits for another host that does so:
/// it is alive, it is not ready, and whatever else is asked of it has to wait.
/// </summary>
internal static class StartingAnswers
{
    private const string Message = "The tables are being created or migrated.";
    private const string RetryAfterSeconds = "2";

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    };

    public static async Task<IAsyncDisposable?> OpenAsync(string addresses, CancellationToken cancellationToken)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls(addresses).ConfigureKestrel(kestrel => kestrel.AddServerHeader = false);
        var app = builder.Build();
        app.Run(AnswerAsync);
        try
        {
            await app.StartAsync(cancellationToken);
            return app;
        }
        catch (Exception busy) when (busy is IOException or FormatException or InvalidOperationException)
        {
            // The host itself will say what is wrong with the address.
            await app.DisposeAsync();
            return null;
        }
    }

    private static Task AnswerAsync(HttpContext http)
    {
        var now = TimeProvider.System.GetUtcNow();
        if (http.Request.Path == "/health")
            return http.Response.WriteAsJsonAsync(new LiveResponse(HealthStatus.Healthy, now), Json, http.RequestAborted);

        http.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
        http.Response.Headers.RetryAfter = RetryAfterSeconds;
        var components = new Dictionary<string, ComponentHealth> { ["database"] = new(HealthStatus.Unhealthy, Message, now, 0, null) };
        return http.Response.WriteAsJsonAsync(
            new ReadyResponse(HealthStatus.Unhealthy, HealthRoutes.Version, Uptime(now), now, components), Json, http.RequestAborted);
    }

    private static double Uptime(DateTimeOffset now)
    {
        using var process = System.Diagnostics.Process.GetCurrentProcess();
        return (now - process.StartTime.ToUniversalTime()).TotalMilliseconds;
    }
}
