using System.Text.Json.Nodes;
using Monolith.Plugins.Deployment.State;

namespace Monolith.Plugins.Deployment.Gateways;

/// <summary>Which instances get which part of the requests.</summary>
/// <param name="Shares">By version; each version's instances share evenly what it gets.</param>
/// <param name="Guarded">The new version, which the gateway itself closes when it answers too many errors; null for none.</param>
internal sealed record RouteOrder(string HealthPath, IReadOnlyList<Share> Shares, Guarded? Guarded, bool OverrideTrip)
{
    public string ToJson() => new JsonObject
    {
        ["healthPath"] = HealthPath,
        ["routes"] = new JsonArray([.. Shares.SelectMany(share => share.Open.Select(instance => (JsonNode)new JsonObject
        {
            ["id"] = instance.Id,
            ["group"] = share.Of.Group,
            ["address"] = instance.Address,
            ["weight"] = share.WeightOfEach,
        }))]),
        ["guard"] = Guarded?.ToJson(),
        ["overrideTrip"] = OverrideTrip,
    }.ToJsonString();
}

internal sealed record Share(Deployed Of, double Weight)
{
    /// <summary>Without those that are being started.</summary>
    public IReadOnlyList<Instance> Open => [.. Of.Instances.Where(instance => instance.Address is not null)];

    public double WeightOfEach => Open.Count == 0 ? 0 : Weight / Open.Count;
}

/// <param name="MaxErrorRate">0 to 1.</param>
internal sealed record Guarded(Deployed Version, Deployed Fallback, double MaxErrorRate, int MinErrors)
{
    public JsonObject ToJson() => new()
    {
        ["group"] = Version.Group,
        ["maxErrorRate"] = MaxErrorRate,
        ["minErrors"] = MinErrors,
        ["fallback"] = new JsonObject(Fallback.Instances.Select(instance => KeyValuePair.Create(instance.Id, (JsonNode?)1.0))),
    };
}
