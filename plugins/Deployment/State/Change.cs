using System.Text.Json.Nodes;

namespace Monolith.Plugins.Deployment.State;

/// <summary>A deployment that is under way.</summary>
/// <param name="Key">Of the attempt that does it: the same attempt goes on, another one takes it back first.</param>
/// <param name="Next">The new version.</param>
/// <param name="Step">How many steps of its strategy it has passed.</param>
internal sealed record Change(string Key, Deployed Next, int Step)
{
    public JsonObject ToJson() => new() { ["key"] = Key, ["next"] = Next.ToJson(), ["step"] = Step };

    public static Change? Read(JsonNode? json) =>
        json is null ? null : new Change((string)json["key"]!, Deployed.Read(json["next"])!, (int)json["step"]!);
}
