using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Monolith.Access.Tests.Routes;

public sealed class ForgottenRouteTests
{
    [Fact]
    public async Task Call_RouteThatSaysNothing_IsForbiddenToEverybody()
    {
        var builder = WebApplication.CreateBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        builder.Services.AddProblemDetails();
        builder.Services.AddAccess(builder.Configuration);
        await using var app = builder.Build();
        app.UseAccess();
        app.MapGet("/forgotten", () => "secret");
        app.MapGet("/open", () => "open").AllowAnonymous();
        await app.StartAsync();
        using var http = new HttpClient { BaseAddress = new Uri(app.Urls.First()) };

        using var forgotten = await http.GetAsync("/forgotten");

        Assert.Equal(StatusCodes.Status403Forbidden, (int)forgotten.StatusCode);
        Assert.Contains("FORBIDDEN", await forgotten.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal("open", await http.GetStringAsync("/open"));
    }
}
