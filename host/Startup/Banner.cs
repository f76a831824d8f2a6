using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Monolith.Agents.Contracts;
using Monolith.Kernel;

namespace Monolith.Host.Startup;

/// <summary>Tells the person who started the host where everything is.</summary>
internal static class Banner
{
    public static string AddressOf(WebApplication app) =>
        app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First().TrimEnd('/');

    public static void Print(WebApplication app, string database, TextWriter to)
    {
        var address = AddressOf(app);
        var agents = app.Services.GetRequiredService<IAgentCatalog>().List();
        var broken = agents.Where(agent => agent.Status != AgentStatus.Loaded).ToList();
        to.WriteLine($"""

            Monolith is up.
              Dashboard  {address}/runs
              API        {address}/api/v1/runs
              API docs   {address}/docs
              Jobs       {address}/hangfire
              Health     {address}/health/ready
              Metrics    {address}/metrics
              Agents     {string.Join(", ", agents.Where(a => a.Status == AgentStatus.Loaded).Select(a => a.Name))}
              Database   {database}
              Plugins    drop agents into {app.Services.GetRequiredService<DataFolders>().Plugins}
            """);
        foreach (var agent in broken)
            to.WriteLine($"  {agent.Name} did not load: {agent.Reason}");
        to.WriteLine("Press Ctrl+C to stop.");
        to.WriteLine();
    }
}
