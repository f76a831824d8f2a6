using System.Threading.Channels;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace Monolith.Pipelines.Journal;

/// <summary>
/// Group commit across runs: an append goes out at once when a committer is free, and all that gather meanwhile go out
/// together. Two committers, so that one prepares its batch while the other's is on its way to the disk.
/// </summary>
internal sealed class CommitQueue : IAsyncDisposable
{
    private const string Connections = "commits";
    private const int Committers = 2;

    /// <summary>
    /// Measured: a batch that takes everything leaves the other committer, and the stages that wait for its end, with nothing to do;
    /// smaller ones cost more each.
    /// </summary>
    private const int MaxAppends = 64;
    private const int MaxEvents = 8_192;

    private readonly Channel<Pending> queue = Channel.CreateUnbounded<Pending>();
    private readonly NpgsqlDataSource database;
    private readonly CommitStatement statement;
    private readonly ILogger<CommitQueue> log;
    private readonly Task[] committers;

    public CommitQueue([FromKeyedServices(Connections)] NpgsqlDataSource database, CommitStatement statement, ILogger<CommitQueue> log)
    {
        (this.database, this.statement, this.log) = (database, statement, log);
        committers = [.. Enumerable.Range(0, Committers).Select(_ => Task.Run(CommitBatchesAsync))];
    }

    /// <returns>False when the run is no longer at the expected version, or the request's key is taken.</returns>
    /// <exception cref="JournalUnavailableException">It is not known whether the append went in; read the run to find out.</exception>
    /// <exception cref="JournalRefusedException">It holds a value that cannot be stored.</exception>
    public Task<bool> CommitAsync(Append append)
    {
        var pending = new Pending(append);
        return queue.Writer.TryWrite(pending) ? pending.Answer.Task : throw new JournalUnavailableException("The host is stopping.");
    }

    public async ValueTask DisposeAsync()
    {
        queue.Writer.TryComplete();
        await Task.WhenAll(committers);
    }

    private async Task CommitBatchesAsync()
    {
        var batch = new List<Pending>();
        while (await queue.Reader.WaitToReadAsync())
        {
            Fill(batch);
            if (batch.Count > 0)
                await CommitAsync(batch);
            batch.Clear();
        }
    }

    private void Fill(List<Pending> batch)
    {
        var events = 0;
        while (batch.Count < MaxAppends && events < MaxEvents && queue.Reader.TryRead(out var pending))
        {
            batch.Add(pending);
            events += pending.Append.Events.Count;
        }
    }

    private async Task CommitAsync(List<Pending> batch)
    {
        try
        {
            var done = await statement.ExecuteAsync(database, [.. batch.Select(p => p.Append)], CancellationToken.None);
            foreach (var pending in batch)
                pending.Answer.SetResult(done.Contains(pending.Append.RunId));
        }
        catch (PostgresException refused) when (batch.Count == 1 && IsOfItsData(refused))
        {
            batch[0].Answer.SetException(new JournalRefusedException($"It holds a value that cannot be stored: {refused.MessageText}.", refused));
        }
        catch (PostgresException refused) when (IsOfOneAppend(refused) && (batch.Count > 1 || refused.SqlState == PostgresErrorCodes.DeadlockDetected))
        {
            // One append the database cannot take must not fail its neighbours. The victim of a deadlock was undone, and whom it stood in the way of is done.
            foreach (var pending in batch)
                await CommitAsync([pending]);
        }
        catch (Exception broken)
        {
            log.LogWarning("A commit of {Count} runs failed: {Reason}", batch.Count, broken.Message);
            foreach (var pending in batch)
                pending.Answer.SetException(new JournalUnavailableException("The database did not take the commit.", broken));
        }
    }

    private static bool IsOfOneAppend(PostgresException refused) =>
        refused.SqlState is PostgresErrorCodes.DeadlockDetected or PostgresErrorCodes.CardinalityViolation || IsOfItsData(refused);

    /// <summary>Data exceptions (22), violated constraints (23) and limits.</summary>
    private static bool IsOfItsData(PostgresException refused) =>
        refused.SqlState == PostgresErrorCodes.ProgramLimitExceeded
        || refused.SqlState.StartsWith("22", StringComparison.Ordinal)
        || refused.SqlState.StartsWith("23", StringComparison.Ordinal);

    private sealed class Pending(Append append)
    {
        public Append Append { get; } = append;

        public TaskCompletionSource<bool> Answer { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}
