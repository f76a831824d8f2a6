using System.Collections.Concurrent;
using System.Text.Json;
using Marten;
using Monolith.Pipelines.Definitions;

namespace Monolith.Pipelines.Library;

/// <summary>Every definition a run was ever started with, by content hash, compiled once and kept at hand.</summary>
internal sealed class DefinitionLibrary(IDocumentStore store)
{
    private const int KeptAtHand = 1_000;

    private readonly ConcurrentDictionary<string, CompiledDefinition> atHand = new();

    /// <exception cref="InvalidOperationException">No definition of this hash was stored.</exception>
    public async Task<CompiledDefinition> GetAsync(string hash, CancellationToken cancellationToken)
    {
        if (atHand.TryGetValue(hash, out var known))
            return known;

        await using var session = store.QuerySession();
        var stored = await session.LoadAsync<StoredDefinition>(hash, cancellationToken)
            ?? throw new InvalidOperationException($"The definition {hash} is not in the store.");
        using var canonical = JsonDocument.Parse(stored.Canonical);
        return Keep(DefinitionCompiler.Load(canonical.RootElement));
    }

    /// <summary>Stores a definition before the first run that names it.</summary>
    public async Task AddAsync(CompiledDefinition definition, CancellationToken cancellationToken)
    {
        if (atHand.ContainsKey(definition.Hash))
            return;

        await using var session = store.LightweightSession();
        session.Store(new StoredDefinition { Id = definition.Hash, Canonical = definition.Canonical });
        await session.SaveChangesAsync(cancellationToken);
        Keep(definition);
    }

    private CompiledDefinition Keep(CompiledDefinition definition)
    {
        if (atHand.Count >= KeptAtHand)
            atHand.Clear();
        return atHand.GetOrAdd(definition.Hash, definition);
    }
}
