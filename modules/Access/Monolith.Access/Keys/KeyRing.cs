using System.Collections.Concurrent;

namespace Monolith.Access.Keys;

/// <summary>Finds the key that somebody shows. What was read is trusted for 5 s, so a key deleted on one host is refused by all within that time.</summary>
internal sealed class KeyRing(KeyTable table, BootstrapKey bootstrap, TimeProvider time)
{
    private static readonly TimeSpan Trusted = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan BetweenNotes = TimeSpan.FromMinutes(1);

    private readonly ConcurrentDictionary<Guid, (ApiKey Key, DateTimeOffset ReadAt)> read = new();

    /// <returns>Null when it is none, or none any more.</returns>
    public Task<ApiKey?> FindAsync(string text, CancellationToken cancellationToken) =>
        FindAsync(KeyText.IdOf(text) ?? BootstrapKey.Id, KeyText.Hash(text), cancellationToken);

    /// <inheritdoc cref="FindAsync(string, CancellationToken)"/>
    public async Task<ApiKey?> FindAsync(Guid id, byte[] hash, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var key = id == BootstrapKey.Id ? bootstrap.Key : await ReadAsync(id, now, cancellationToken);
        if (key is null || !key.IsOpenedBy(hash, now))
            return null;
        if (key.Id != BootstrapKey.Id && !(now - key.LastUsedAt < BetweenNotes))
            await NoteUseAsync(key, now, cancellationToken);
        return key;
    }

    /// <summary>What changed is read anew.</summary>
    public void Forget(Guid id) => read.TryRemove(id, out _);

    private async Task<ApiKey?> ReadAsync(Guid id, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (read.TryGetValue(id, out var known) && now - known.ReadAt < Trusted)
            return known.Key;
        var key = await table.FindAsync(id, cancellationToken);
        if (key is null)
            Forget(id);
        else
            read[id] = (key, now);
        return key;
    }

    private async Task NoteUseAsync(ApiKey key, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (read.TryGetValue(key.Id, out var known))
            read.TryUpdate(key.Id, known with { Key = key with { LastUsedAt = now } }, known);
        await table.UsedAsync(key.Id, now, cancellationToken);
    }
}
