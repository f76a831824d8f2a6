using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Monolith.Access.Contracts;
using Monolith.Access.Contracts.Projects;
using Monolith.Dashboard.Serving;

namespace Monolith.Dashboard.Pages;

/// <summary>The pages' addresses, for people: they are not part of the API's document.</summary>
internal static class PageRoutes
{
    /// <summary>Scripts and styles are files of this host, what is framed too; nothing runs in place.</summary>
    private const string Policy =
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; frame-src 'self'; "
        + "base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

    public static void Map(IEndpointRouteBuilder app)
    {
        foreach (var page in Page.All)
        {
            var route = app.MapGet(page.Path, (HttpContext http, RequestProjects projects, AssetLibrary assets) => Show(page, http, projects, assets)).ExcludeFromDescription().RequireRole(page.Role);
            if (!page.OfWholeHost)
                route.ForAllProjects();
        }

        app.MapGet("/", (HttpContext http) => TypedResults.Redirect($"{http.Request.PathBase}{Page.All[0].Path}"))
            .ExcludeFromDescription().RequireRole(AccessRole.Viewer).ForAllProjects();
    }

    private static ContentHttpResult Show(Page page, HttpContext http, RequestProjects projects, AssetLibrary assets)
    {
        http.Response.Headers.ContentSecurityPolicy = Policy;
        return TypedResults.Text(Shell.Html(page, Look(http, projects), assets), "text/html; charset=utf-8");
    }

    private static Looker Look(HttpContext http, RequestProjects projects) => new(
        http.Request.PathBase,
        http.User.IsSignedIn() ? http.User.Identity!.Name : null,
        [.. Enum.GetValues<AccessRole>().Where(role => http.User.IsInRole(role.ToString()))],
        projects.Scope.IsAll);
}
