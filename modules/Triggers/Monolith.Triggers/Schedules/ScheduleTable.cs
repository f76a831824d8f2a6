using Monolith.Pipelines.Contracts.Triggers;
using Npgsql;
using NpgsqlTypes;

namespace Monolith.Triggers.Schedules;

/// <summary>How far each schedule has come.</summary>
internal sealed class ScheduleTable(NpgsqlDataSource database, TriggersSchema schema)
{
    private const string Columns = "project, pipeline, name, cron, time_zone, missed, due_at, paused, last_due_at, last_run, last_error";

    /// <param name="projects">Theirs only; null for all.</param>
    /// <param name="cancellationToken">Gives it up.</param>
    public async Task<IReadOnlyList<ScheduleRow>> ListAsync(string[]? projects, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand(
            $"select {Columns} from {schema.Schedules} where $1 is null or project = any($1) order by project, pipeline, name");
        command.Parameters.Add(new NpgsqlParameter<string[]?> { TypedValue = projects, NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Text });
        var schedules = new List<ScheduleRow>();
        await using var rows = await command.ExecuteReaderAsync(cancellationToken);
        while (await rows.ReadAsync(cancellationToken))
            schedules.Add(Read(rows));
        return schedules;
    }

    /// <summary>Writes a schedule that is new or that its author has changed; it stays paused if it was.</summary>
    public async Task PutAsync(PipelineSchedule declared, DateTimeOffset? dueAt, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand(
            $"""
            insert into {schema.Schedules} as s (project, pipeline, name, cron, time_zone, missed, due_at, paused) values ($1, $2, $3, $4, $5, $6, $7, false)
            on conflict (project, pipeline, name) do update set cron = excluded.cron, time_zone = excluded.time_zone, missed = excluded.missed, due_at = excluded.due_at
            where (s.cron, s.time_zone, s.missed) is distinct from (excluded.cron, excluded.time_zone, excluded.missed)
            """);
        AddKey(command, declared);
        command.Parameters.AddWithValue(declared.Cron);
        command.Parameters.AddWithValue(declared.TimeZone);
        command.Parameters.AddWithValue(declared.Missed.ToString());
        command.Parameters.Add(Time(dueAt));
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    /// <summary>Goes on to the next time, unless another host has done so.</summary>
    public async Task MoveAsync(ScheduleRow before, ScheduleRow after, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand(
            $"""
            update {schema.Schedules} set due_at = $5, last_due_at = $6, last_run = $7, last_error = $8
            where project = $1 and pipeline = $2 and name = $3 and due_at = $4
            """);
        AddKey(command, before.Declared);
        command.Parameters.Add(Time(before.DueAt));
        command.Parameters.Add(Time(after.DueAt));
        command.Parameters.Add(Time(after.LastDueAt));
        command.Parameters.Add(new NpgsqlParameter { Value = after.LastRun ?? (object)DBNull.Value, NpgsqlDbType = NpgsqlDbType.Uuid });
        command.Parameters.Add(new NpgsqlParameter { Value = after.LastError?.Replace('\0', ' ') ?? (object)DBNull.Value, NpgsqlDbType = NpgsqlDbType.Text });
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    /// <param name="declared">Which.</param>
    /// <param name="isPaused">Whether its times start no runs.</param>
    /// <param name="dueAt">The next time.</param>
    /// <param name="cancellationToken">Gives it up.</param>
    public async Task PauseAsync(PipelineSchedule declared, bool isPaused, DateTimeOffset? dueAt, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand($"update {schema.Schedules} set paused = $4, due_at = $5 where project = $1 and pipeline = $2 and name = $3");
        AddKey(command, declared);
        command.Parameters.AddWithValue(isPaused);
        command.Parameters.Add(Time(dueAt));
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    public async Task DeleteAsync(PipelineSchedule declared, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand($"delete from {schema.Schedules} where project = $1 and pipeline = $2 and name = $3");
        AddKey(command, declared);
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    private static void AddKey(NpgsqlCommand command, PipelineSchedule declared)
    {
        command.Parameters.AddWithValue(declared.Project);
        command.Parameters.AddWithValue(declared.Pipeline);
        command.Parameters.AddWithValue(declared.Name);
    }

    private static NpgsqlParameter Time(DateTimeOffset? time) => new() { Value = time ?? (object)DBNull.Value, NpgsqlDbType = NpgsqlDbType.TimestampTz };

    private static ScheduleRow Read(NpgsqlDataReader row) => new(
        new PipelineSchedule(row.GetString(0), row.GetString(1), row.GetString(2), row.GetString(3), row.GetString(4), Enum.Parse<MissedTimes>(row.GetString(5))),
        TimeAt(row, 6))
    {
        IsPaused = row.GetBoolean(7),
        LastDueAt = TimeAt(row, 8),
        LastRun = row.IsDBNull(9) ? null : row.GetGuid(9),
        LastError = row.IsDBNull(10) ? null : row.GetString(10),
    };

    private static DateTimeOffset? TimeAt(NpgsqlDataReader row, int column) => row.IsDBNull(column) ? null : row.GetFieldValue<DateTimeOffset>(column);
}
