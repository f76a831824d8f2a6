using Monolith.Access.Contracts;
using Monolith.Access.Contracts.Projects;
using Scalar.AspNetCore;

namespace Monolith.Host.Startup;

/// <summary>
/// The page <c>/docs</c> over the OpenAPI document. It works with no network and sends nothing anywhere: no fonts from
/// elsewhere, no chat, no telemetry, no tools of the page's maker.
/// </summary>
internal static class DocsPage
{
    private const string Path = "/docs";

    /// <summary>Scripts are this host's, and the page's own of this very answer; the program draws with styles in place, and icons as data.</summary>
    private const string Policy =
        "default-src 'none'; script-src 'self' 'nonce-NONCE'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; font-src 'self' data:; "
        + "connect-src 'self'; worker-src 'self' blob:; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapScalarApiReference(Path, options =>
        {
            options.WithTitle("Monolith API").DisableDefaultFonts().DisableAgent().DisableMcp().DisableTelemetry().HideClientButton().WithNonce();
            options.ShowDeveloperTools = DeveloperToolsVisibility.Never;
        }).RequireRole(AccessRole.Viewer).ForAllProjects().AddEndpointFilter(TellPolicyAsync);
    }

    private static ValueTask<object?> TellPolicyAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var http = context.HttpContext;
        http.Response.OnStarting(() =>
        {
            if (http.Items[ScalarOptions.NonceHttpContextItemKey] is string nonce)
                http.Response.Headers.ContentSecurityPolicy = Policy.Replace("NONCE", nonce, StringComparison.Ordinal);
            return Task.CompletedTask;
        });
        return next(context);
    }
}
