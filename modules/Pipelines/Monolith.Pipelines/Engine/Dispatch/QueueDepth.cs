using Microsoft.Extensions.Options;
using Monolith.Pipelines.Journal;
using Npgsql;

namespace Monolith.Pipelines.Engine.Dispatch;

/// <summary>How many runs of all hosts are queued: as the store had it last, and what this host has queued since.</summary>
internal sealed class QueueDepth(NpgsqlDataSource database, JournalSchema schema, IOptions<EngineOptions> options, TimeProvider time)
{
    private static readonly TimeSpan Fresh = TimeSpan.FromMilliseconds(500);

    private readonly int most = options.Value.MaxQueuedRuns;
    private long queued;
    private long readAt = long.MinValue;

    public bool IsFull => Volatile.Read(ref queued) >= most;

    public void Add() => Interlocked.Increment(ref queued);

    /// <summary>Counts them, no further than matters, and not again at once.</summary>
    public async Task ReadAsync(CancellationToken cancellationToken)
    {
        if (readAt != long.MinValue && time.GetElapsedTime(readAt) < Fresh)
            return;
        readAt = time.GetTimestamp();
        await using var count = database.CreateCommand($"select count(*) from (select 1 from {schema.Name}.runs where status = 'queued' limit $1) queued");
        count.Parameters.AddWithValue(most);
        Volatile.Write(ref queued, (long)(await count.ExecuteScalarAsync(cancellationToken))!);
    }
}
