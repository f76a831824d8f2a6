using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.FeatureManagement;
using Microsoft.FeatureManagement.FeatureFilters;
using Monolith.Features.Contracts;
using Monolith.Kernel;

namespace Monolith.Features.Settings;

/// <summary>The section <c>FeatureManagement</c> names flags that there are, and says of each what the library understands.</summary>
internal static class ConfiguredFlags
{
    public const string Section = "FeatureManagement";

    public static void AddRules(IServiceCollection services, IConfiguration configuration)
    {
        foreach (var entry in configuration.GetSection(Section).GetChildren())
            if (entry.AsEnumerable().FirstOrDefault(leaf => leaf.Value is { Length: > 0 }).Key is { } place)
                services.AddSingleton(new SettingRule(place, _ => Fault(entry.Key, services, configuration)));
    }

    private static string? Fault(string name, IServiceCollection services, IConfiguration configuration)
    {
        // Modules declare theirs after this was registered.
        var flags = services.Select(service => service.ImplementationInstance).OfType<FeatureFlag>().Select(flag => flag.Name).Order(StringComparer.Ordinal).ToList();
        if (!flags.Contains(name, StringComparer.Ordinal))
            return $"There is no feature '{name}'. There are {string.Join(", ", flags)}.";
        var entry = configuration.GetSection(Section).GetSection(name);
        if (entry.Value is { } value)
            return bool.TryParse(value, out _) ? null : $"'{value}' is not true or false.";
        return Try(name, configuration);
    }

    /// <summary>The library itself is asked: it knows best what it understands.</summary>
    private static string? Try(string name, IConfiguration configuration)
    {
        using var asked = new ServiceCollection().AddLogging().AddSingleton(configuration).AddFeatureManagement().Services.BuildServiceProvider();
        try
        {
            asked.GetRequiredService<IFeatureManager>().IsEnabledAsync(name, new TargetingContext { UserId = "nobody", Groups = [] }).GetAwaiter().GetResult();
            return null;
        }
        catch (Exception wrong) when (wrong is FeatureManagementException or InvalidOperationException or ArgumentException or FormatException)
        {
            return $"It cannot be understood: {wrong.Message.ReplaceLineEndings(" ")} Give true or false, or EnabledFor with filters of Microsoft.FeatureManagement.";
        }
    }
}
