using Microsoft.FeatureManagement;
using Monolith.Features.Contracts;
using Monolith.Features.Storing;

namespace Monolith.Features.Evaluation;

/// <summary>Where a flag's definition comes from: what an admin set, else the configuration, else the flag's default.</summary>
internal sealed class FeatureDefinitions(IEnumerable<FeatureFlag> flags, KnownSettings known, ConfigurationFeatureDefinitionProvider configured)
    : IFeatureDefinitionProvider
{
    private readonly Dictionary<string, FeatureFlag> flags = flags.ToDictionary(flag => flag.Name, StringComparer.Ordinal);

    public IEnumerable<FeatureFlag> Flags => flags.Values.OrderBy(flag => flag.Name, StringComparer.Ordinal);

    public FeatureFlag? Find(string name) => flags.GetValueOrDefault(name);

    /// <returns>Null when the configuration says nothing of the flag.</returns>
    public Task<FeatureDefinition?> ConfiguredAsync(FeatureFlag flag) => configured.GetFeatureDefinitionAsync(flag.Name)!;

    public async Task<FeatureDefinition> GetFeatureDefinitionAsync(string featureName)
    {
        var flag = flags[featureName];
        return known.Define(featureName) ?? await ConfiguredAsync(flag) ?? TargetedDefinition.Of(featureName, flag.Default);
    }

    public async IAsyncEnumerable<FeatureDefinition> GetAllFeatureDefinitionsAsync()
    {
        foreach (var name in flags.Keys)
            yield return await GetFeatureDefinitionAsync(name);
    }
}
