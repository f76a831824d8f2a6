using System.Globalization;
using System.Text.Json.Nodes;

namespace Monolith.Plugins.Deployment.State;

/// <summary>A release and its instances.</summary>
/// <param name="Generation">Counts deployments of the target: the same release deployed twice has other instances.</param>
internal sealed record Deployed(Release Release, int Generation, IReadOnlyList<Instance> Instances)
{
    /// <summary>What the gateway counts its requests under.</summary>
    public string Group => Generation.ToString(CultureInfo.InvariantCulture);

    public Deployed With(Instance instance) => this with
    {
        Instances = [.. Instances.Where(known => known.Id != instance.Id), instance],
    };

    public Deployed Without(Instance instance) => this with { Instances = [.. Instances.Where(known => known.Id != instance.Id)] };

    public JsonObject ToJson() => new()
    {
        ["release"] = Release.ToJson(),
        ["generation"] = Generation,
        ["instances"] = new JsonArray([.. Instances.Select(instance => (JsonNode)instance.ToJson())]),
    };

    public static Deployed? Read(JsonNode? json) => json is null ? null : new Deployed(
        Release.Read(json["release"])!, (int)json["generation"]!, [.. json["instances"]!.AsArray().Select(node => Instance.Read(node!))]);
}
