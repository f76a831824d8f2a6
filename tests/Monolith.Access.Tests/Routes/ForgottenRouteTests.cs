using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Monolith.Access.Contracts.Audit;

namespace Monolith.Access.Tests.Routes;

public sealed class ForgottenRouteTests
{
    private readonly Heard heard = new();

    [Fact]
    public async Task Call_RouteThatSaysNothing_IsForbiddenToEverybody()
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { EnvironmentName = "Local" });
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        builder.Services.AddProblemDetails();
        builder.Services.AddAccess(builder.Configuration).RemoveAll<IHostedService>().AddSingleton<IAuditLog>(heard);
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
        Assert.Equal(("access.forbidden", "GET /forgotten", "403"), Assert.Single(heard.Entries));
    }

    private sealed class Heard : IAuditLog
    {
        public List<(string, string?, string?)> Entries { get; } = [];

        public Task<bool> WriteAsync(AuditEvent entry, CancellationToken cancellationToken)
        {
            Entries.Add((entry.Action, entry.Request, entry.Result));
            return Task.FromResult(true);
        }
    }
}
