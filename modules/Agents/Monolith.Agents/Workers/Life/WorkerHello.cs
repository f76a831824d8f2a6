using System.Text.Json;
using Monolith.Agents.Workers.Protocol;

namespace Monolith.Agents.Workers.Life;

/// <summary>The host's first message.</summary>
/// <param name="Plugin">The folder's name.</param>
/// <param name="Folder">The copy that it is loaded from.</param>
/// <param name="AllowPrivateNetworks">As of <c>Agents:AllowPrivateNetworks</c>.</param>
/// <param name="AllowedNetworks">As of <c>Agents:AllowedNetworks</c>.</param>
internal sealed record WorkerHello(string Plugin, string Folder, bool AllowPrivateNetworks, IReadOnlyList<string> AllowedNetworks)
{
    public static void Write(Utf8JsonWriter json, WorkerHello hello)
    {
        json.WriteNumber("protocol", Wire.Version);
        json.WriteString("plugin", hello.Plugin);
        json.WriteString("folder", hello.Folder);
        json.WriteBoolean("allowPrivateNetworks", hello.AllowPrivateNetworks);
        json.WriteStartArray("allowedNetworks");
        foreach (var network in hello.AllowedNetworks)
            json.WriteStringValue(network);
        json.WriteEndArray();
    }

    public static WorkerHello Read(JsonElement message) => new(
        Wire.Text(message, "plugin"),
        Wire.Text(message, "folder"),
        Wire.Flag(message, "allowPrivateNetworks"),
        Wire.Texts(message, "allowedNetworks"));
}
