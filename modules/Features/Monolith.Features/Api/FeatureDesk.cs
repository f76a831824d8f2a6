using Microsoft.FeatureManagement;
using Monolith.Features.Api.Http;
using Monolith.Features.Contracts;
using Monolith.Features.Evaluation;
using Monolith.Features.Storing;

namespace Monolith.Features.Api;

/// <summary>Shows flags and changes them.</summary>
internal sealed class FeatureDesk(FeatureDefinitions definitions, KnownSettings known, FeatureTable table)
{
    public FeatureFlag? Find(string name) => definitions.Find(name);

    public Task<FeatureResponse[]> ListAsync() => Task.WhenAll(definitions.Flags.Select(ShowAsync));

    public async Task<FeatureResponse> ShowAsync(FeatureFlag flag)
    {
        if (known.Find(flag.Name) is { } set)
            return Show(flag, set);
        return await definitions.ConfiguredAsync(flag) is { } configured
            ? new FeatureResponse(flag.Name, flag.Description, "configuration", configured.EnabledFor.Any()) { Filters = FiltersOf(configured) }
            : new FeatureResponse(flag.Name, flag.Description, "default", flag.Default);
    }

    /// <returns>What the admins' setting was before, in words.</returns>
    public async Task<string> PutAsync(FeatureSetting setting, CancellationToken cancellationToken)
    {
        var before = await table.PutAsync(setting, cancellationToken);
        await known.ReadAsync(cancellationToken);
        return FeatureSetting.InWords(before);
    }

    /// <inheritdoc cref="PutAsync"/>
    public async Task<string> DeleteAsync(FeatureFlag flag, CancellationToken cancellationToken)
    {
        var before = await table.DeleteAsync(flag.Name, cancellationToken);
        await known.ReadAsync(cancellationToken);
        return FeatureSetting.InWords(before);
    }

    private static FeatureResponse Show(FeatureFlag flag, FeatureSetting set) => new(flag.Name, flag.Description, "admin", set.Enabled)
    {
        Percentage = set.Audience.Percentage,
        People = NullIfEmpty(set.Audience.People),
        Projects = NullIfEmpty(set.Audience.Projects),
        Roles = NullIfEmpty(set.Audience.Roles),
        ChangedAt = set.ChangedAt,
        ChangedBy = set.ChangedBy,
    };

    private static string[]? FiltersOf(FeatureDefinition definition) =>
        NullIfEmpty([.. definition.EnabledFor.Select(filter => filter.Name).Where(name => name != "AlwaysOn")]);

    private static string[]? NullIfEmpty(string[] names) => names.Length == 0 ? null : names;
}
