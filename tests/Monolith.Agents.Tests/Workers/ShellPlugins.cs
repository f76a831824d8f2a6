using Monolith.Agents.Tests.Support;

namespace Monolith.Agents.Tests.Workers;

/// <summary>Plugins that are shell scripts.</summary>
internal static class ShellPlugins
{
    /// <summary>The first message of one that serves the agent <c>shell</c>.</summary>
    public const string Ready = """{ "type": "ready", "protocol": 1, "agents": [{ "name": "shell", "version": "1.0.0", "actions": [{ "name": "do" }] }] }""";

    public static async Task<AgentHost> StartAsync(string script)
    {
        var host = new AgentHost();
        var folder = Directory.CreateDirectory(Path.Combine(host.Dropped, "shell")).FullName;
        await File.WriteAllTextAsync(Path.Combine(folder, "agent.sh"), script);
        await File.WriteAllTextAsync(Path.Combine(folder, "monolith.plugin.json"), """{ "command": ["sh", "agent.sh"] }""");
        await host.StartAsync();
        return host;
    }
}
