using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Monolith.Mcp.Forwarding;

/// <summary>All that a request passes on its way to an endpoint, kept so that tools can send theirs the same way.</summary>
internal sealed class ApiPipeline
{
    private RequestDelegate? way;

    public void Begin(WebApplication app) => ((IApplicationBuilder)app).Use(next =>
    {
        // A request from outside has found its endpoint before it comes here.
        var branch = ((IApplicationBuilder)app).New();
        branch.UseRouting();
        branch.Run(next);
        // Never reached; it tells the routing above which endpoints there are.
        branch.UseEndpoints(endpoints =>
        {
            foreach (var source in ((IEndpointRouteBuilder)app).DataSources)
                endpoints.DataSources.Add(source);
        });
        way = branch.Build();
        return next;
    });

    public Task InvokeAsync(HttpContext http) => (way ?? throw new InvalidOperationException("UseMcp was not called."))(http);
}
