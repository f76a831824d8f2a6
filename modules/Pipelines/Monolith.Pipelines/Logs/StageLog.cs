using System.Globalization;
using System.Text;
using Monolith.Agents.Sdk;

namespace Monolith.Pipelines.Logs;

/// <summary>The log of one attempt while it is written. Lines come from many threads.</summary>
internal sealed class StageLog(
    Guid runId, string stage, int attempt, TimeProvider time, Action<StageLog> touched, Func<StageLog, Task> close) : IAsyncDisposable
{
    private const int MaxChars = 16 << 20;

    private readonly Lock gate = new();
    private readonly StringBuilder waiting = new();
    private long chunks;
    private int total;

    public void Write(AgentLogLevel level, string line)
    {
        lock (gate)
        {
            if (total >= MaxChars)
                return;
            Add(level, line);
            if (total >= MaxChars)
                Add(AgentLogLevel.Warning, "The log is full; what follows is not kept.");
        }

        touched(this);
    }

    /// <returns>What was written since the last time, or null.</returns>
    public LogChunk? Take()
    {
        lock (gate)
        {
            if (waiting.Length == 0)
                return null;
            var body = waiting.ToString();
            waiting.Clear();
            return new LogChunk(runId, stage, attempt, Execution + chunks++, body);
        }
    }

    public async ValueTask DisposeAsync() => await close(this);

    /// <summary>Chunks of an attempt that is done again after a crash come after those of the first time.</summary>
    private long Execution { get; } = time.GetUtcNow().ToUnixTimeMilliseconds() << 20;

    private void Add(AgentLogLevel level, string line)
    {
        var before = waiting.Length;
        waiting.Append(time.GetUtcNow().ToString("yyyy-MM-ddTHH:mm:ss.fffZ", CultureInfo.InvariantCulture))
            .Append(' ').Append(Name(level)).Append(' ').Append(line.Replace("\0", "", StringComparison.Ordinal)).Append('\n');
        total += waiting.Length - before;
    }

    private static string Name(AgentLogLevel level) => level switch
    {
        AgentLogLevel.Debug => "debug",
        AgentLogLevel.Info => "info ",
        AgentLogLevel.Warning => "warn ",
        _ => "error",
    };
}

/// <summary>Some lines of one attempt's log.</summary>
internal sealed record LogChunk(Guid RunId, string Stage, int Attempt, long Number, string Body);
