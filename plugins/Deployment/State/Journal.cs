using System.Text.Json.Nodes;

namespace Monolith.Plugins.Deployment.State;

/// <summary>What a target runs, and what is being done to it.</summary>
/// <param name="Mark">Part of every instance's name: two targets of one name in two places stay apart.</param>
/// <param name="TargetJson">The target's settings at the last deployment.</param>
/// <param name="Generation">Of the last deployment begun.</param>
/// <param name="Live">Null before the first deployment succeeded.</param>
/// <param name="Previous">What was live before.</param>
/// <param name="Change">Null when nothing is under way.</param>
/// <param name="Retiring">Instances that get no requests any more and are to be stopped.</param>
/// <param name="Finished">The last deployment.</param>
internal sealed record Journal(
    string Mark, string TargetJson, int Generation, Deployed? Live, Release? Previous, Change? Change, IReadOnlyList<Instance> Retiring, Finished? Finished)
{
    public static Journal New(string targetJson) => new(
        Guid.NewGuid().ToString("N")[..8], targetJson, Generation: 0, Live: null, Previous: null, Change: null, [], Finished: null);

    public string ToJson() => new JsonObject
    {
        ["mark"] = Mark,
        ["target"] = JsonNode.Parse(TargetJson),
        ["generation"] = Generation,
        ["live"] = Live?.ToJson(),
        ["previous"] = Previous?.ToJson(),
        ["change"] = Change?.ToJson(),
        ["retiring"] = new JsonArray([.. Retiring.Select(instance => (JsonNode)instance.ToJson())]),
        ["finished"] = Finished?.ToJson(),
    }.ToJsonString();

    public static Journal Parse(string text)
    {
        var json = JsonNode.Parse(text)!;
        return new Journal(
            (string)json["mark"]!, json["target"]!.ToJsonString(), (int)json["generation"]!, Deployed.Read(json["live"]), Release.Read(json["previous"]),
            Change.Read(json["change"]), [.. json["retiring"]!.AsArray().Select(node => Instance.Read(node!))], Finished.Read(json["finished"]));
    }
}
