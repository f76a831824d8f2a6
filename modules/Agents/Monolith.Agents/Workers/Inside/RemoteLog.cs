using Monolith.Agents.Sdk;
using Monolith.Agents.Workers.Protocol;

namespace Monolith.Agents.Workers.Inside;

internal sealed class RemoteLog(long call, LineWriter writer) : IAgentLog
{
    public void Write(AgentLogLevel level, string line) => writer.Send("log", (call, level, line), static (json, message) =>
    {
        json.WriteNumber("call", message.call);
        json.WriteString("level", NameOf(message.level));
        json.WriteString("line", message.line ?? "");
    });

    private static string NameOf(AgentLogLevel level) => level switch
    {
        AgentLogLevel.Debug => "debug",
        AgentLogLevel.Warning => "warning",
        AgentLogLevel.Error => "error",
        _ => "info",
    };
}
