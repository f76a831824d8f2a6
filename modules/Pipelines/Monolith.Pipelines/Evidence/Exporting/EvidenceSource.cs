using System.Runtime.CompilerServices;
using System.Text.Json;
using Marten;
using Monolith.Pipelines.Decisions.Policy;
using Monolith.Pipelines.Journal;
using Monolith.Pipelines.Library;
using Npgsql;

namespace Monolith.Pipelines.Evidence.Exporting;

/// <summary>
/// Reads a run as it is stored, whichever version of the host wrote it: nothing is understood that need not be. Page by page, so that neither a
/// long run nor a slow reader holds memory or a connection.
/// </summary>
internal sealed class EvidenceSource(RunReader reader, NpgsqlDataSource database, JournalSchema schema, IDocumentStore store)
{
    private const int Page = 200;

    /// <returns>Null when there is no such run.</returns>
    public async Task<EvidenceSubject?> FindAsync(Guid runId, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand($"select version from {schema.Name}.mt_streams where id = $1");
        command.Parameters.AddWithValue(runId);
        if (await command.ExecuteScalarAsync(cancellationToken) is not long version)
            return null;
        if (await reader.RawAsync(runId, 0, cancellationToken, upToVersion: 1) is not [var first])
            return null;

        var last = await reader.RawAsync(runId, version - 1, cancellationToken, upToVersion: version);
        using var created = JsonDocument.Parse(first.Data);
        var hash = created.RootElement.GetProperty("definitionHash").GetString()!;
        await using var session = store.QuerySession();
        return await session.LoadAsync<StoredDefinition>(hash, cancellationToken) is { } definition
            ? new EvidenceSubject(runId, version, last is [var end] && RunHistory.IsFinal(end.Type), created.RootElement.Clone(), hash, definition.Canonical)
            : throw new InvalidOperationException($"The definition {hash} is not in the store.");
    }

    /// <returns>As canonical JSON; null when it is not in the store.</returns>
    public async Task<string?> PolicyAsync(string sha256, CancellationToken cancellationToken)
    {
        await using var session = store.QuerySession();
        return (await session.LoadAsync<PolicyDocument>(sha256, cancellationToken))?.Canonical;
    }

    /// <returns>Every event of the subject, in order.</returns>
    /// <exception cref="InvalidOperationException">The run was deleted meanwhile.</exception>
    public async IAsyncEnumerable<(long Version, string Type, string Data)> EventsAsync(
        EvidenceSubject subject, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        for (var done = 0L; done < subject.Version;)
        {
            var rows = await reader.RawAsync(subject.RunId, done, cancellationToken, Math.Min(done + Page, subject.Version));
            if (rows.Count == 0)
                throw new InvalidOperationException($"Run {subject.RunId} was deleted while it was exported.");
            foreach (var row in rows)
                yield return row;
            done = rows[^1].Version;
        }
    }
}

/// <summary>The run that evidence is given of.</summary>
/// <param name="RunId">The run.</param>
/// <param name="Version">How many events it has; what comes later is left out.</param>
/// <param name="IsComplete">Whether it is over.</param>
/// <param name="Created">The data of its first event.</param>
/// <param name="DefinitionHash">SHA-256 of the definition.</param>
/// <param name="Definition">Canonical JSON.</param>
internal sealed record EvidenceSubject(
    Guid RunId, long Version, bool IsComplete, JsonElement Created, string DefinitionHash, string Definition);
