using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;
using Monolith.Models.Settings;
using Monolith.Resilience.Contracts.Breakers;

namespace Monolith.Models.Providers;

/// <summary>The providers, in the order in which they are asked. Every call begins with the first, so that it is back as soon as it is well.</summary>
internal sealed class ProviderList : IDisposable
{
    public ProviderList(IOptions<ModelsOptions> options, IConfiguration configuration, IBreakers breakers, TimeProvider time)
    {
        var configured = options.Value.Providers;
        var names = options.Value.Order.Count > 0 ? options.Value.Order : [.. configured.Keys.Order(StringComparer.OrdinalIgnoreCase)];
        All = [.. names.Distinct(StringComparer.OrdinalIgnoreCase).Select(name => new Provider(name, configured[name], KeyOf(configured[name], configuration), breakers, time))];
    }

    public IReadOnlyList<Provider> All { get; }

    public void Dispose()
    {
        foreach (var provider in All)
            provider.Dispose();
    }

    private static string? KeyOf(ProviderOptions provider, IConfiguration configuration) =>
        provider.ApiKeySecret is { } secret ? configuration[$"Secrets:{secret}"] : null;
}
