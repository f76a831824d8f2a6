using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Monolith.Dashboard.Pages;
using Monolith.Dashboard.Serving;

namespace Monolith.Dashboard;

/// <summary>The web pages. All that they show and do goes by the REST API, with the rights of whoever looks.</summary>
public static class DashboardModule
{
    public static IServiceCollection AddDashboard(this IServiceCollection services) => services.AddSingleton<AssetLibrary>();

    /// <summary>Maps the pages, such as <c>/runs</c>, and what they load.</summary>
    public static IEndpointRouteBuilder MapDashboard(this IEndpointRouteBuilder app)
    {
        AssetRoutes.Map(app);
        PageRoutes.Map(app);
        return app;
    }
}
