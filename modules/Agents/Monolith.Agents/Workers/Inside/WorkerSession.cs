using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text.Json;
using Monolith.Agents.Discovery;
using Monolith.Agents.Loading;
using Monolith.Agents.Network;
using Monolith.Agents.Sdk;
using Monolith.Agents.Workers.Life;
using Monolith.Agents.Workers.Protocol;
using Monolith.Kernel;

namespace Monolith.Agents.Workers.Inside;

/// <summary>The worker's end of the protocol. It reads on the process's first thread, so that a plugin that holds all others still hears the host.</summary>
internal sealed class WorkerSession(LineReader reader, LineWriter writer) : IDisposable
{
    private static readonly TimeSpan EndPatience = TimeSpan.FromSeconds(3);

    private readonly ConcurrentDictionary<long, RemoteCall> calls = new();
    private readonly AssemblyReader assemblies = new(TimeProvider.System);
    private LoadedPlugin? plugin;
    private AgentNetwork? network;

    /// <returns>The exit code.</returns>
    public int Run()
    {
        try
        {
            while (reader.Next() is { } line)
            {
                using var document = JsonDocument.Parse(line, Wire.Reading);
                if (!Take(document.RootElement))
                    return 0;
            }
        }
        catch (IOException)
        {
            // The host is gone.
        }

        // Not Exit: a plugin may have hooked itself in there, and nobody is left to wait for it.
        Process.GetCurrentProcess().Kill();
        return 1;
    }

    public void Dispose() => assemblies.Dispose();

    /// <returns>False when it was the last message.</returns>
    private bool Take(JsonElement message)
    {
        switch (Wire.Text(message, "type"))
        {
            case "hello":
                var hello = WorkerHello.Read(message);
                _ = Task.Run(() => Load(hello));
                return true;
            case "call":
                Begin(CallOf(message));
                return true;
            case "ping":
                writer.Send("pong", Wire.Number(message, "number"), static (json, number) => json.WriteNumber("number", number));
                return true;
            case "bye":
                Unload();
                return false;
            case var type:
                if (calls.TryGetValue(Wire.Number(message, "call"), out var call))
                    call.Take(type, message);
                return true;
        }
    }

    private void Load(WorkerHello hello)
    {
        network = new AgentNetwork(hello.AllowPrivateNetworks, hello.AllowedNetworks);
        var loaded = assemblies.Read(new PluginFolder(hello.Folder), contentHash: "", publisher: null);
        if (loaded.IsSuccess)
        {
            plugin = loaded.Value;
            writer.Send("ready", plugin.Agents, static (json, agents) =>
            {
                json.WriteNumber("protocol", Wire.Version);
                json.WriteBoolean("pings", value: true);
                json.WriteStartArray("agents");
                foreach (var agent in agents)
                    DescriptorMessage.Write(json, agent.Listing);
                json.WriteEndArray();
            });
            return;
        }

        writer.Send("refused", loaded.Problems[0], static (json, problem) =>
        {
            json.WriteString("code", problem.Code);
            json.WriteString("reason", problem.Message);
        });
    }

    private RemoteCall CallOf(JsonElement message) => new(Wire.Number(message, "call"), CallMessage.Read(message), plugin!.Agents[0].Folder, network!, writer);

    private void Begin(RemoteCall call)
    {
        calls[call.Id] = call;
        _ = Task.Run(() => RunAsync(call));
    }

    private async Task RunAsync(RemoteCall call)
    {
        try
        {
            var agent = plugin!.Agents.First(agent => agent.Listing.Name == call.Agent).Instance;
            var working = agent.ExecuteAsync(call, call.Token);
            Answer(call, working is null ? null : await working);
        }
        catch (Exception fault)
        {
            writer.Send("result", (call.Id, fault), FaultMessage.Write);
        }
        finally
        {
            calls.TryRemove(call.Id, out _);
            call.Dispose();
        }
    }

    private void Answer(RemoteCall call, AgentResult? result)
    {
        if (result is null)
            throw Broken("The agent returned null.");
        try
        {
            writer.Send("result", (call.Id, result), ResultMessage.Write);
        }
        catch (Exception fault) when (fault is WireException or JsonException or ArgumentException or InvalidOperationException or NotSupportedException)
        {
            throw Broken($"The result cannot be written as JSON: {fault.Message}");
        }
    }

    private static WorkerException Broken(string why) => new(ErrorCodes.ContractValidationFailed, why, retryable: false);

    private void Unload()
    {
        try
        {
            Task.Run(() => plugin?.UnloadAsync() ?? Task.CompletedTask).WaitAsync(EndPatience).GetAwaiter().GetResult();
        }
        catch (Exception fault)
        {
            Console.Error.WriteLine($"The plugin threw while it was disposed: {PluginException.Describe(fault)}");
        }
    }
}
