using Marten;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Monolith.Models.Api;
using Monolith.Models.Asking;
using Monolith.Models.Budgets;
using Monolith.Models.Contracts;
using Monolith.Models.Journal;
using Monolith.Models.Providers;
using Monolith.Models.Settings;

namespace Monolith.Models;

/// <summary>Language models: providers, budgets, journal and replay.</summary>
public static class ModelsModule
{
    /// <summary>Registers <see cref="IModelAccess"/>. Without providers in the section <c>Models</c> a call says that there are none.</summary>
    public static IServiceCollection AddModels(this IServiceCollection services, IConfiguration configuration)
    {
        ModelsSettings.Add(services, configuration);
        services.ConfigureMarten(ModelsSchema.Add);
        return services
            .AddSingleton(ModelFlags.Paused)
            .AddSingleton(provider => new ModelTables(provider.GetRequiredService<IDocumentStore>().Options.DatabaseSchemaName))
            .AddSingleton<ProviderList>()
            .AddSingleton<ContentCipher>()
            .AddSingleton<CallJournal>()
            .AddSingleton<BudgetAlerts>()
            .AddSingleton<BudgetLedger>()
            .AddSingleton<ProviderCall>()
            .AddSingleton<ModelDesk>()
            .AddSingleton<RunBudgets>()
            .AddSingleton<RunCalls>()
            .AddSingleton<IModelAccess, ModelAccess>()
            .AddSingleton<DeadCalls>()
            .AddHostedService(provider => provider.GetRequiredService<DeadCalls>());
    }

    /// <summary>Maps <c>/api/v1/models</c> and <c>/api/v1/runs/{id}/models</c>.</summary>
    public static IEndpointRouteBuilder MapModels(this IEndpointRouteBuilder app)
    {
        ModelRoutes.Map(app);
        return app;
    }
}
