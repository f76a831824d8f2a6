using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Monolith.Kernel;

namespace Monolith.Models.Settings;

/// <summary>What the host checks at its start: the fixed sections, one section a provider, and what must fit together.</summary>
internal static class ModelsSettings
{
    private const string Root = "Models";

    public static IServiceCollection Add(IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<ModelsOptions>().BindConfiguration(Root);
        services.AddSingleton(new SettingsSection(Root, typeof(ModelsOptions)));
        services.AddSingleton(new SettingsSection($"{Root}:Budget", typeof(BudgetOptions)));
        services.AddSingleton(new SettingsSection($"{Root}:Journal", typeof(JournalOptions)));
        services.AddSingleton(new SettingRule($"{Root}:Journal:Key", JournalOptions.KeyFault));
        services.AddSingleton(new SettingRule($"{Root}:Journal:Content", value => ContentFault(value, configuration)));
        services.AddSingleton(new SettingRule($"{Root}:Replay", value => ReplayFault(value, configuration)));
        services.AddSingleton(new SettingRule($"{Root}:Order", name => OrderFault(name, configuration)));
        foreach (var provider in configuration.GetSection($"{Root}:Providers").GetChildren())
            AddProvider(services, provider.Path, configuration);
        return services;
    }

    private static void AddProvider(IServiceCollection services, string path, IConfiguration configuration)
    {
        services.AddSingleton(new SettingsSection(path, typeof(ProviderOptions)));
        services.AddSingleton(new SettingsSection($"{path}:Prices", typeof(PriceOptions)));
        services.AddSingleton(new SettingRule($"{path}:ApiKeySecret", secret => SecretFault(secret, configuration)));
    }

    private static string? SecretFault(string secret, IConfiguration configuration) =>
        configuration[$"Secrets:{secret}"] is { Length: > 0 } ? null : $"There is no secret '{secret}'. Set Secrets:{secret}.";

    private static string? OrderFault(string name, IConfiguration configuration)
    {
        var names = configuration.GetSection($"{Root}:Providers").GetChildren().Select(provider => provider.Key).ToList();
        return names.Contains(name, StringComparer.OrdinalIgnoreCase)
            ? null
            : $"No provider is called '{name}'. {(names.Count > 0 ? $"There are {string.Join(", ", names)}." : "There are none.")}";
    }

    private static string? ContentFault(string value, IConfiguration configuration) =>
        value.Equals(nameof(JournalContent.Encrypted), StringComparison.OrdinalIgnoreCase) && !HasKey(configuration)
            ? $"Content cannot be encrypted without a key. Set {Root}:Journal:Key."
            : null;

    private static string? ReplayFault(string value, IConfiguration configuration)
    {
        if (!bool.TryParse(value, out var replay) || !replay)
            return null;
        var isOff = nameof(JournalContent.Off).Equals(configuration[$"{Root}:Journal:Content"], StringComparison.OrdinalIgnoreCase);
        return isOff || !HasKey(configuration)
            ? $"Replay needs the recorded answers: set {Root}:Journal:Key, and leave {Root}:Journal:Content on."
            : null;
    }

    private static bool HasKey(IConfiguration configuration) => configuration[$"{Root}:Journal:Key"] is { Length: > 0 };
}
