using System.Collections.Concurrent;

namespace Monolith.Plugins.Tests.Running;

public sealed class RecordedLog : IAgentLog
{
    private readonly ConcurrentQueue<string> lines = new();

    public string Text => string.Join('\n', lines);

    public void Write(AgentLogLevel level, string line) => lines.Enqueue(line);
}
