using Microsoft.AspNetCore.Cors.Infrastructure;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Monolith.Access.Settings;

namespace Monolith.Access.Browsers;

/// <summary>Pages of other origins read nothing here, unless the origin is configured; then with a key or token, never with the cookie.</summary>
internal static class CrossOrigin
{
    private static readonly string[] Methods = ["GET", "POST", "PUT", "DELETE"];
    private static readonly string[] Sent = ["Authorization", "Content-Type", "Idempotency-Key", "If-Match", "If-None-Match", "Last-Event-ID", "x-request-id", "x-correlation-id"];
    private static readonly string[] Read = ["ETag", "Location", "Retry-After", "RateLimit", "RateLimit-Policy", "Idempotent-Replayed", "x-request-id"];

    public static void AddCrossOrigin(this IServiceCollection services)
    {
        services.AddCors();
        services.AddOptions<CorsOptions>().Configure<IOptions<AccessOptions>>((cors, access) => cors.AddDefaultPolicy(policy => policy
            .WithOrigins([.. access.Value.CorsOrigins])
            .WithMethods(Methods)
            .WithHeaders(Sent)
            .WithExposedHeaders(Read)
            .SetPreflightMaxAge(TimeSpan.FromMinutes(10))));
    }

    public static string? FaultOf(string origin) =>
        Uri.TryCreate(origin, UriKind.Absolute, out var uri) && (uri.Scheme == Uri.UriSchemeHttps || uri.Scheme == Uri.UriSchemeHttp) && uri.GetLeftPart(UriPartial.Authority) == origin
            ? null
            : "Give an origin and no more: https://pages.example.com. There is no way to name all.";
}
