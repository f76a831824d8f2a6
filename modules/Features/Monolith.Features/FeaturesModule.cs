using Marten;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.FeatureManagement;
using Monolith.Features.Api;
using Monolith.Features.Contracts;
using Monolith.Features.Evaluation;
using Monolith.Features.Settings;
using Monolith.Features.Storing;
using Monolith.Kernel;

namespace Monolith.Features;

/// <summary>Switches that admins turn while hosts run.</summary>
public static class FeaturesModule
{
    /// <summary>Registers <see cref="IFeatures"/> for every <see cref="FeatureFlag"/> that modules register.</summary>
    public static IServiceCollection AddFeatures(this IServiceCollection services, IConfiguration configuration)
    {
        ConfiguredFlags.AddRules(services, configuration);
        services.ConfigureMarten(FeaturesSchema.Add);
        services
            .AddSingleton(provider => new FeaturesSchema(provider.GetRequiredService<IDocumentStore>().Options.DatabaseSchemaName))
            .AddSingleton<FeatureTable>()
            .AddSingleton<KnownSettings>()
            .AddSingleton<KeepKnown>()
            .AddHostedService(provider => provider.GetRequiredService<KeepKnown>())
            .AddSingleton<IShutdownStep>(provider => provider.GetRequiredService<KeepKnown>())
            .AddSingleton(_ => new ConfigurationFeatureDefinitionProvider(configuration))
            .AddSingleton<FeatureDefinitions>()
            .AddSingleton<IFeatureDefinitionProvider>(provider => provider.GetRequiredService<FeatureDefinitions>())
            .AddSingleton<FeatureDesk>()
            .AddSingleton<IFeatures, FeatureAnswers>()
            .AddFeatureManagement();
        return services;
    }

    /// <summary>Maps <c>/api/v1/features</c>.</summary>
    public static IEndpointRouteBuilder MapFeatures(this IEndpointRouteBuilder app)
    {
        FeatureRoutes.Map(app);
        return app;
    }
}
