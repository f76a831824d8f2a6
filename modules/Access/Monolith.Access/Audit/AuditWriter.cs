using System.Threading.Channels;
using Microsoft.Extensions.Logging;
using Monolith.Access.Contracts.Audit;
using Monolith.Kernel;

namespace Monolith.Access.Audit;

/// <summary>
/// Writes entries in batches: at once when idle, and what came meanwhile with the next commit. A store that does not answer is asked again until it
/// does; up to 10,000 entries wait for it.
/// </summary>
internal sealed partial class AuditWriter : IAuditLog, IShutdownStep
{
    private const int MostWaiting = 10_000;
    private const int MostAtOnce = 500;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(500);

    private readonly Channel<Waiting> waiting = Channel.CreateBounded<Waiting>(new BoundedChannelOptions(MostWaiting) { SingleReader = true });
    private readonly AuditTable table;
    private readonly HostIdentity host;
    private readonly TimeProvider time;
    private readonly ILogger<AuditWriter> log;
    private readonly Task writing;

    public AuditWriter(AuditTable table, HostIdentity host, TimeProvider time, ILogger<AuditWriter> log)
    {
        (this.table, this.host, this.time, this.log) = (table, host, time, log);
        writing = Task.Run(WriteAllAsync);
    }

    public ShutdownPhase Phase => ShutdownPhase.ClosingConnections;

    public string Name => "audit trail";

    public async Task<bool> WriteAsync(AuditEvent entry, CancellationToken cancellationToken)
    {
        var written = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        if (!waiting.Writer.TryWrite(new Waiting(new AuditEntry(entry, time.GetUtcNow(), host.Name, Origin.Current), written)))
        {
            Log.Lost(log, entry.Action, entry.Subject);
            return false;
        }

        try
        {
            await written.Task.WaitAsync(Patience, time, cancellationToken);
            return true;
        }
        catch (TimeoutException)
        {
            return false;
        }
    }

    /// <summary>What is left is written; afterwards nothing is taken.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        waiting.Writer.TryWrite(new Waiting(new AuditEntry(new AuditEvent("host.stop"), time.GetUtcNow(), host.Name, null), new TaskCompletionSource()));
        waiting.Writer.TryComplete();
        await writing.WaitAsync(cancellationToken);
    }

    private async Task WriteAllAsync()
    {
        var batch = new List<Waiting>(MostAtOnce);
        while (await waiting.Reader.WaitToReadAsync())
        {
            while (batch.Count < MostAtOnce && waiting.Reader.TryRead(out var next))
                batch.Add(next);
            await WriteAsync([.. batch.Select(one => one.Entry)]);
            foreach (var one in batch)
                one.Written.TrySetResult();
            batch.Clear();
        }
    }

    private async Task WriteAsync(IReadOnlyList<AuditEntry> entries)
    {
        for (var tries = 0; ; tries++)
        {
            try
            {
                await table.AppendAsync(entries, CancellationToken.None);
                return;
            }
            catch (Exception fault)
            {
                if (tries == 0)
                    Log.Late(log, entries.Count, fault);
                await Task.Delay(Pause, time);
            }
        }
    }

    private sealed record Waiting(AuditEntry Entry, TaskCompletionSource Written);

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Error, "{Count} audit entries cannot be written; they are kept in memory and tried again")]
        public static partial void Late(ILogger log, int count, Exception fault);

        [LoggerMessage(2, LogLevel.Error, "An audit entry is lost, too many wait: {Action} {Subject}")]
        public static partial void Lost(ILogger log, string action, string? subject);
    }
}
