using Marten;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Monolith.Kernel;
using Monolith.Secrets.Api;
using Monolith.Secrets.Contracts;
using Monolith.Secrets.Finding;
using Monolith.Secrets.Masters;
using Monolith.Secrets.Rings;
using Monolith.Secrets.Settings;
using Monolith.Secrets.Storing;

namespace Monolith.Secrets;

/// <summary>Secrets by project and name: those of the configuration, and an encrypted store.</summary>
public static class SecretsModule
{
    private const string Section = "SecretStore";

    public static IServiceCollection AddSecrets(this IServiceCollection services)
    {
        services.AddOptions<SecretStoreOptions>().BindConfiguration(Section);
        services.AddSingleton(new SettingsSection(Section, typeof(SecretStoreOptions)));
        services.AddSingleton(new SettingRule($"{Section}:Key", SecretStoreOptions.KeyFault));
        services.AddSingleton(new SettingRule($"{Section}:KeyFile", SecretStoreOptions.KeyFileFault));
        services.AddSingleton(new SettingRule($"{Section}:PreviousKeys", SecretStoreOptions.KeyFault));
        services.ConfigureMarten(SecretsSchema.Add);
        return services
            .AddSingleton(provider => new SecretsSchema(provider.GetRequiredService<IDocumentStore>().Options.DatabaseSchemaName))
            .AddSingleton<MasterKeys>()
            .AddSingleton<KeyTable>()
            .AddSingleton<SecretVault>()
            .AddSingleton<ConfiguredSecrets>()
            .AddSingleton<SecretTable>()
            .AddSingleton<SecretDesk>()
            .AddSingleton<SecretRotation>()
            .AddSingleton<ISecrets, SecretFinder>();
    }

    /// <summary>Maps <c>/api/v1/secrets</c>.</summary>
    public static IEndpointRouteBuilder MapSecrets(this IEndpointRouteBuilder app)
    {
        SecretRoutes.Map(app);
        return app;
    }
}
