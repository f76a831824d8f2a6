using System.Runtime.CompilerServices;
using System.Text.Json;
using Monolith.Pipelines.Library;
using Monolith.Pipelines.Runs.Events;
using Monolith.Pipelines.Runs.State;
using Npgsql;

namespace Monolith.Pipelines.Journal;

/// <summary>Reads runs back from their events.</summary>
internal sealed class RunReader(NpgsqlDataSource database, DefinitionLibrary library, JournalSchema schema)
{
    private readonly string sql =
        $"select version, type, data::text from {schema.Name}.mt_events where stream_id = $1 and version > $2 and version <= $3 order by version";

    /// <returns>The run, or null when there is none.</returns>
    public async Task<RunState?> LoadAsync(Guid runId, CancellationToken cancellationToken, long upToVersion = long.MaxValue)
    {
        RunState? run = null;
        await foreach (var (before, change) in StepsAsync(runId, cancellationToken, upToVersion))
            run = before.Apply(change);
        return run;
    }

    /// <returns>Each event, and the run before it.</returns>
    public async IAsyncEnumerable<(RunState Before, IRunEvent Change)> StepsAsync(
        Guid runId, [EnumeratorCancellation] CancellationToken cancellationToken, long upToVersion = long.MaxValue)
    {
        RunState? run = null;
        await foreach (var change in EventsAsync(runId, 0, upToVersion, cancellationToken))
        {
            run ??= RunState.New(runId, await library.GetAsync(((RunCreated)change).DefinitionHash, cancellationToken));
            yield return (run, change);
            run = run.Apply(change);
        }
    }

    /// <returns>The events that came after the state, in order.</returns>
    public async Task<IReadOnlyList<IRunEvent>> NewerAsync(RunState run, CancellationToken cancellationToken)
    {
        var events = new List<IRunEvent>();
        await foreach (var change in EventsAsync(run.Id, run.Version, long.MaxValue, cancellationToken))
            events.Add(change);
        return events;
    }

    /// <returns>Version, stored name and JSON of each event after a version.</returns>
    public async Task<IReadOnlyList<(long Version, string Type, string Data)>> RawAsync(
        Guid runId, long afterVersion, CancellationToken cancellationToken, long upToVersion = long.MaxValue)
    {
        try
        {
            await using var command = database.CreateCommand(sql);
            command.Parameters.Add(new NpgsqlParameter<Guid> { TypedValue = runId });
            command.Parameters.Add(new NpgsqlParameter<long> { TypedValue = afterVersion });
            command.Parameters.Add(new NpgsqlParameter<long> { TypedValue = upToVersion });
            var rows = new List<(long, string, string)>();
            await using var reader = await command.ExecuteReaderAsync(cancellationToken);
            while (await reader.ReadAsync(cancellationToken))
                rows.Add((reader.GetInt64(0), reader.GetString(1), reader.GetString(2)));
            return rows;
        }
        catch (NpgsqlException broken)
        {
            throw new JournalUnavailableException("The database could not be read.", broken);
        }
    }

    public async Task<bool> ExistsAsync(Guid runId, CancellationToken cancellationToken) =>
        (await RawAsync(runId, 0, cancellationToken, upToVersion: 1)).Count > 0;

    private async IAsyncEnumerable<IRunEvent> EventsAsync(
        Guid runId,
        long afterVersion,
        long upToVersion,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (var (_, type, data) in await RawAsync(runId, afterVersion, cancellationToken, upToVersion))
            yield return (IRunEvent)JsonSerializer.Deserialize(data, RunEventTypes.Named(type).Json)!;
    }
}
