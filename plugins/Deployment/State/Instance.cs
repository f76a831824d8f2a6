using System.Text.Json.Nodes;

namespace Monolith.Plugins.Deployment.State;

/// <param name="Id">By which the target finds it again, also when its start was not seen to the end.</param>
/// <param name="Address">Where it answers; null while it is being started.</param>
internal sealed record Instance(string Id, string? Address)
{
    public JsonObject ToJson() => new() { ["id"] = Id, ["address"] = Address };

    public static Instance Read(JsonNode json) => new((string)json["id"]!, (string?)json["address"]);
}
