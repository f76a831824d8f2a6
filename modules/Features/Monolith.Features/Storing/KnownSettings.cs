using Microsoft.FeatureManagement;
using Monolith.Features.Evaluation;

namespace Monolith.Features.Storing;

/// <summary>What admins set, as this host last read it: flags are asked of memory, and of what was known while the database is away.</summary>
internal sealed class KnownSettings(FeatureTable table) : IDisposable
{
    private readonly SemaphoreSlim one = new(1, 1);
    private volatile Dictionary<string, (FeatureSetting Setting, FeatureDefinition Definition)> known = [];

    public FeatureSetting? Find(string name) => known.TryGetValue(name, out var found) ? found.Setting : null;

    public FeatureDefinition? Define(string name) => known.TryGetValue(name, out var found) ? found.Definition : null;

    /// <summary>One at a time, so that nobody's older reading comes after a newer one.</summary>
    /// <returns>The flags of which something else is known now.</returns>
    public async Task<IReadOnlyList<string>> ReadAsync(CancellationToken cancellationToken)
    {
        await one.WaitAsync(cancellationToken);
        try
        {
            var before = known;
            var now = (await table.ReadAsync(cancellationToken)).ToDictionary(
                setting => setting.Name, setting => (Setting: setting, TargetedDefinition.Of(setting)), StringComparer.Ordinal);
            known = now;
            return [.. before.Keys.Union(now.Keys).Where(name => before.GetValueOrDefault(name).Setting?.ChangedAt != now.GetValueOrDefault(name).Setting?.ChangedAt)];
        }
        finally
        {
            one.Release();
        }
    }

    public void Dispose() => one.Dispose();
}
