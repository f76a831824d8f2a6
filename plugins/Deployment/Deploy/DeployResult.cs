using System.Text.Json.Nodes;
using Monolith.Plugins.Deployment.State;
using Monolith.Plugins.Deployment.Targets;

namespace Monolith.Plugins.Deployment.Deploy;

internal static class DeployResult
{
    public static AgentResult Of(OpenTarget target, Release release, Finished finished)
    {
        if (finished.Fault is null)
        {
            return AgentResult.Success() with { Outputs = Outputs(target, release), Metrics = finished.Metrics };
        }

        var live = target.Journal.Current.Live?.Release.Version;
        var now = live is null ? "Nothing is live." : $"Version {live} is live again.";
        return Failed.Execution($"{finished.Fault}\n{now}") with { Metrics = finished.Metrics };
    }

    private static JsonObject Outputs(OpenTarget target, Release release) => new()
    {
        ["version"] = release.Version,
        ["previous"] = target.Journal.Current.Previous?.Version,
        ["url"] = target.Settings.IsCluster ? $"http://{target.Settings.Name}:{target.Settings.Port}" : $"http://{target.Settings.Listen}:{target.Settings.Port}",
        ["instances"] = new JsonArray([.. target.Journal.Current.Live!.Instances.Select(instance => (JsonNode)instance.ToJson())]),
    };
}
