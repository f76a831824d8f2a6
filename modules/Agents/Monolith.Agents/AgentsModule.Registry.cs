using Marten;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Monolith.Agents.Registry;
using Monolith.Agents.Registry.Api;
using Monolith.Agents.Registry.Feeds;
using Monolith.Agents.Registry.Serving;
using Monolith.Agents.Registry.Shadowing;
using Monolith.Agents.Registry.Store;
using Monolith.Agents.Registry.Uploading;
using Monolith.Kernel;

namespace Monolith.Agents;

/// <content>The registry of plugins.</content>
public static partial class AgentsModule
{
    /// <summary>Adds the registry: packages of plugins in the database, which all hosts serve alike. Needs a database. Before <see cref="AddAgents"/>: what the registry decides about is not loaded from folders first.</summary>
    public static IServiceCollection AddPluginRegistry(this IServiceCollection services)
    {
        services.ConfigureMarten(RegistrySchema.Add);
        services.AddSingleton(new SettingRule("Plugins:Feeds", PackageFeeds.Fault));
        return services
            .AddSingleton(provider => new RegistrySchema(provider.GetRequiredService<IDocumentStore>().Options.DatabaseSchemaName))
            .AddSingleton<PackageTable>()
            .AddSingleton<StateTable>()
            .AddSingleton<ServingTable>()
            .AddSingleton<ShadowTable>()
            .AddSingleton<PackageInbox>()
            .AddSingleton<PackageCheck>()
            .AddSingleton<PackageRetention>()
            .AddSingleton<PackageUpload>()
            .AddSingleton<HttpFeed>()
            .AddSingleton<PackageFeeds>()
            .AddSingleton<PackageFetch>()
            .AddSingleton<RegistryServing>()
            .AddSingleton<ServingNotes>()
            .AddSingleton<RegistrySync>()
            .AddHostedService(provider => provider.GetRequiredService<RegistrySync>())
            .AddSingleton<PackageDesk>()
            .AddSingleton<ShadowExecution>()
            .AddSingleton<ShadowRun>()
            .AddSingleton<ShadowDesk>()
            .AddHostedService(provider => provider.GetRequiredService<ShadowDesk>())
            .AddSingleton<UploadRequest>()
            .AddSingleton<StateRoutes.Answers>();
    }

    /// <summary>Maps <c>/api/v1/agents/packages</c>.</summary>
    public static IEndpointRouteBuilder MapPluginRegistry(this IEndpointRouteBuilder routes)
    {
        PackageRoutes.Map(routes);
        ShadowRoutes.Map(routes);
        return routes;
    }
}
