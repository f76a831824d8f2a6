using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Monolith.Access.Contracts;
using Monolith.Access.Contracts.Audit;
using Monolith.Access.Contracts.Projects;
using Monolith.Mcp.Forwarding;
using Monolith.Mcp.Tools;

namespace Monolith.Mcp;

/// <summary>The door for programs that speak the Model Context Protocol, such as assistants in editors.</summary>
public static class McpModule
{
    /// <summary>Registers the server and its tools.</summary>
    public static IServiceCollection AddMcp(this IServiceCollection services)
    {
        services.AddHttpContextAccessor().AddSingleton<ApiPipeline>().AddSingleton<ApiCaller>();
        services.AddSingleton<PipelineTools>().AddSingleton<RunTools>().AddSingleton<RunWatch>().AddSingleton<PeopleTools>();
        ToolList.Add(services);
        services.AddMcpServer(options => options.ServerInfo = new() { Name = "monolith", Title = "Monolith", Version = ToolList.Version })
            .WithHttpTransport(transport => transport.Stateless = true);
        return services;
    }

    /// <summary>Tools call the API through whatever follows; put it first.</summary>
    public static void UseMcp(this WebApplication app) => app.Services.GetRequiredService<ApiPipeline>().Begin(app);

    /// <summary>Maps <c>/mcp</c>. What a tool does is allowed and audited as the request of the API that it makes.</summary>
    public static IEndpointRouteBuilder MapMcpServer(this IEndpointRouteBuilder app)
    {
        app.MapMcp("/mcp").RequireRole(AccessRole.Viewer).ForAllProjects().NotAudited();
        return app;
    }
}
