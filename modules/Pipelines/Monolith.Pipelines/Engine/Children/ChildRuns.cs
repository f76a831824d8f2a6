using Monolith.Kernel;
using Monolith.Pipelines.Journal;
using Monolith.Pipelines.Runs.Commands;
using Monolith.Pipelines.Runs.State;
using Npgsql;

namespace Monolith.Pipelines.Engine.Children;

/// <summary>
/// Runs that a stage of another run waits for. When one ends its parent is told; when a parent is over its children are
/// cancelled. What a crash leaves undone the sweep finds: both may be done twice and change nothing then.
/// </summary>
internal sealed class ChildRuns(RunEngine engine, RunReader reader, NpgsqlDataSource database, JournalSchema schema, HostIdentity host, TimeProvider time)
{
    /// <summary>The same for every execution of an attempt, so that it begins one run however often it is done.</summary>
    public static Guid IdOf(Guid parent, string stage, int attempt) => HashedId.Of($"{parent}/{stage}/{attempt}");

    public async Task SweepAsync(CancellationToken cancellationToken)
    {
        foreach (var child in await FindAsync("c.finished_at is not null", cancellationToken))
            await TellParentAsync(child, cancellationToken);
        foreach (var child in await FindAsync("c.finished_at is null and p.finished_at is not null", cancellationToken))
            await CancelAsync(child, cancellationToken);
    }

    private async Task TellParentAsync(Guid childId, CancellationToken cancellationToken)
    {
        if (await EndedAsync(childId, cancellationToken) is not { Parent: { } parent } child)
            return;
        var ended = new EndChild(parent.Stage, parent.Attempt, ChildOutcome.Of(child), host.Id, host.Name, time.GetUtcNow());
        var heard = await engine.AskAsync(parent.RunId, ended, cancellationToken);
        if (!heard.IsSuccess && heard.Problems[0].Code == ErrorCodes.UnsupportedVersion)
            return;
        await using var told = database.CreateCommand($"update {schema.Name}.runs set parent_told = true where id = $1");
        told.Parameters.AddWithValue(childId);
        await told.ExecuteNonQueryAsync(cancellationToken);
    }

    private async Task<RunState?> EndedAsync(Guid childId, CancellationToken cancellationToken)
    {
        try
        {
            return await reader.LoadAsync(childId, cancellationToken) is { IsFinal: true } child ? child : null;
        }
        catch (JournalTooNewException)
        {
            // A host of the newer version tells the parent.
            return null;
        }
    }

    private Task<Result<RunState>> CancelAsync(Guid child, CancellationToken cancellationToken) =>
        engine.AskAsync(child, new CancelRun("The run that waited for it is over.", time.GetUtcNow()), cancellationToken);

    private async Task<List<Guid>> FindAsync(string condition, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand($"""
            select c.id from {schema.Name}.runs c join {schema.Name}.runs p on p.id = c.parent_run
            where c.parent_run is not null and not c.parent_told and {condition} limit 500
            """);
        var found = new List<Guid>();
        await using var rows = await command.ExecuteReaderAsync(cancellationToken);
        while (await rows.ReadAsync(cancellationToken))
            found.Add(rows.GetGuid(0));
        return found;
    }
}
