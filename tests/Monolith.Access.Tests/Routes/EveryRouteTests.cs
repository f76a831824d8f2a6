using Microsoft.AspNetCore.Authorization;
using Monolith.Access.Tests.Support;

namespace Monolith.Access.Tests.Routes;

public sealed class EveryRouteTests(LocalHostFixture local) : IClassFixture<LocalHostFixture>
{
    [Fact]
    public void Routes_OfTheRealHost_EachSaysWhoMayCallIt()
    {
        Assert.NotEmpty(local.Host.Routes);
        Assert.All(local.Host.Routes, route => Assert.True(
            route.Metadata.OfType<AuthorizationPolicy>().Any() || route.Metadata.OfType<IAllowAnonymous>().Any(),
            $"{route.DisplayName} says nothing: add .RequireRole(AccessRole...) to it, or AllowAnonymous()."));
    }

    [Fact]
    public async Task Call_NoConfiguration_NeedsNothing()
    {
        using var http = new HttpClient { BaseAddress = local.Host.Address };

        foreach (var path in new[] { "/api/v1/runs", "/hangfire", "/metrics", "/docs/", "/openapi/v1.json", "/health/detailed" })
            Assert.Equal(200, (int)(await http.GetAsync(path)).StatusCode);
        Assert.Equal(404, (int)(await http.GetAsync("/nowhere")).StatusCode);
        Assert.Equal(405, (int)(await http.DeleteAsync("/api/v1/runs")).StatusCode);
    }
}
