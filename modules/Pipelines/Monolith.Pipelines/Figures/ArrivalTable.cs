using Monolith.Pipelines.Contracts;
using Monolith.Pipelines.Journal;
using Npgsql;

namespace Monolith.Pipelines.Figures;

/// <summary>Reads arrivals from the index of runs by time alone, and work from the last runs of the index of finished ones.</summary>
internal sealed class ArrivalTable(NpgsqlDataSource database, JournalSchema schema) : IRunArrivals
{
    public async Task<RunArrivals> ReadAsync(DateTimeOffset from, DateTimeOffset to, TimeSpan bucket, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand($"""
            select floor(extract(epoch from created_at - $1) / $3)::integer, count(*)
            from {schema.Name}.runs where created_at >= $1 and created_at < $2 group by 1
            """);
        command.Parameters.AddWithValue(from.ToUniversalTime());
        command.Parameters.AddWithValue(to.ToUniversalTime());
        command.Parameters.AddWithValue(bucket.TotalSeconds);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var buckets = new Dictionary<int, long>();
        while (await reader.ReadAsync(cancellationToken))
            buckets[reader.GetInt32(0)] = reader.GetInt64(1);
        return new RunArrivals(buckets);
    }

    public async Task<IReadOnlyList<TimeSpan>> LastWorkAsync(CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand($"""
            select finished_at - started_at as work from (
                select started_at, finished_at from {schema.Name}.runs where finished_at is not null
                order by finished_at desc limit 1000) newest
            where started_at is not null order by work
            """);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var work = new List<TimeSpan>();
        while (await reader.ReadAsync(cancellationToken))
            work.Add(reader.GetFieldValue<TimeSpan>(0));
        return work;
    }

    public async Task<int> CountHostsAsync(CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand($"select count(*)::integer from {schema.Name}.hosts where lease_until > now()");
        return (int)(await command.ExecuteScalarAsync(cancellationToken))!;
    }
}
