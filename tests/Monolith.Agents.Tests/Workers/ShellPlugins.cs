using Monolith.Agents.Tests.Support;

namespace Monolith.Agents.Tests.Workers;

/// <summary>Plugins that are shell scripts.</summary>
internal static class ShellPlugins
{
    /// <summary>The first message of one that serves the agent <c>shell</c>.</summary>
    public const string Ready = """{ "type": "ready", "protocol": 1, "agents": [{ "name": "shell", "version": "1.0.0", "actions": [{ "name": "do" }] }] }""";

    public static async Task<AgentHost> StartAsync(string script, int loadTimeoutSeconds = 30)
    {
        var host = new AgentHost();
        host.Settings["Plugins:LoadTimeoutSeconds"] = $"{loadTimeoutSeconds}";
        Write(host.Dropped, script);
        await host.StartAsync();
        return host;
    }

    public static void Write(string plugins, string script)
    {
        var folder = Directory.CreateDirectory(Path.Combine(plugins, "shell")).FullName;
        File.WriteAllText(Path.Combine(folder, "agent.sh"), script);
        File.WriteAllText(Path.Combine(folder, "monolith.plugin.json"), """{ "command": ["sh", "agent.sh"] }""");
    }
}
