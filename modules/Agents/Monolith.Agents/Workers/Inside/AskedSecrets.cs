using System.Text.Json;
using Monolith.Agents.Sdk;

namespace Monolith.Agents.Workers.Inside;

/// <summary>Secrets of a call whose host wants to know when the agent asks for one.</summary>
internal sealed class AskedSecrets(RemoteRequests requests) : IAgentSecrets
{
    public string? Find(string name)
    {
        var value = requests.Send("secret", json => json.WriteString("name", name)).Reply.GetAwaiter().GetResult();
        return value.ValueKind == JsonValueKind.String ? value.GetString() : null;
    }
}
