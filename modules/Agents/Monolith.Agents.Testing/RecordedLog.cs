using System.Collections.Concurrent;

namespace Monolith.Agents.Testing;

/// <summary>A stage's log that keeps what is written.</summary>
public sealed class RecordedLog : IAgentLog
{
    private readonly ConcurrentQueue<string> lines = new();

    /// <summary>All lines so far, each level alike.</summary>
    public string Text => string.Join('\n', lines);

    /// <inheritdoc/>
    public void Write(AgentLogLevel level, string line)
    {
        lines.Enqueue(line);
        Written?.Invoke();
    }

    private event Action? Written;

    /// <summary>Completes when a line with this text has come.</summary>
    public async Task SawAsync(string text)
    {
        var saw = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        Written += Look;
        Look();
        await saw.Task;
        Written -= Look;

        void Look()
        {
            if (Text.Contains(text, StringComparison.Ordinal))
            {
                saw.TrySetResult();
            }
        }
    }
}
