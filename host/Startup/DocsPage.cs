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

    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapScalarApiReference(Path, options =>
        {
            options.WithTitle("Monolith API").DisableDefaultFonts().DisableAgent().DisableMcp().DisableTelemetry().HideClientButton();
            options.ShowDeveloperTools = DeveloperToolsVisibility.Never;
        }).RequireRole(AccessRole.Viewer).ForAllProjects();
        // Who opens the bare address, from the banner or the job dashboard's "Back to site", finds something.
        app.MapGet("/", () => TypedResults.Redirect(Path)).ExcludeFromDescription().RequireRole(AccessRole.Viewer).ForAllProjects();
    }
}
