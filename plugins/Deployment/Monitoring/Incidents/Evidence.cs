using System.Text.Json.Nodes;
using Monolith.Plugins.Deployment.Monitoring.Watching;
using Monolith.Plugins.Deployment.Settings;
using Monolith.Plugins.Deployment.State;
using Monolith.Plugins.Deployment.Targets;

namespace Monolith.Plugins.Deployment.Monitoring.Incidents;

/// <summary>What is known when an incident begins: the samples that led to it, and what the instances printed last.</summary>
internal static class Evidence
{
    public static async Task<Incident> OpenAsync(
        IAgentContext context, TargetFolder folder, int number, IReadOnlyCollection<Sample> samples, CancellationToken cancellationToken)
    {
        var journal = folder.Read()!;
        var settings = TargetSettings.Parse(journal.TargetJson);
        var target = TargetTypes.Make(context, settings, folder);
        var instances = new JsonArray();
        foreach (var instance in journal.Live!.Instances)
        {
            var json = instance.ToJson();
            json["running"] = await target.IsRunningAsync(instance.Id, cancellationToken);
            json["lastLines"] = LaunchEnvironment.Masked(context, journal.Live.Release.Launch, await target.LastLinesAsync(instance.Id, cancellationToken));
            instances.Add((JsonNode)json);
        }

        return Incident.New(
            number, settings.Name, journal.Live.Release.Version, context.Time.GetUtcNow(),
            new JsonArray([.. samples.Select(sample => (JsonNode)sample.ToJson())]), instances);
    }
}
