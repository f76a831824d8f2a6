using System.Text.Json;
using System.Text.Json.Nodes;

namespace Monolith.Plugins.Deployment.State;

/// <summary>A version that can be started, now or again later.</summary>
/// <param name="Id">Version and a hash of what is in it; names its folder.</param>
/// <param name="Version">What people call it.</param>
/// <param name="LaunchJson">The stage's parameters that say how it is started; names of secrets, never their values.</param>
internal sealed record Release(string Id, string Version, string LaunchJson)
{
    public Launch Launch
    {
        get
        {
            using var document = JsonDocument.Parse(LaunchJson);
            return Launch.Read(document.RootElement.Clone());
        }
    }

    public JsonObject ToJson() => new() { ["id"] = Id, ["version"] = Version, ["launch"] = JsonNode.Parse(LaunchJson) };

    public static Release? Read(JsonNode? json) =>
        json is null ? null : new Release((string)json["id"]!, (string)json["version"]!, json["launch"]!.ToJsonString());
}
