using System.Text.Json.Nodes;
using Monolith.Plugins.Deployment.State;

namespace Monolith.Plugins.Deployment.Monitoring.Watching;

/// <summary>Where a watch stands, for the execution that follows a decision or the end of a host.</summary>
/// <param name="Key">Of the attempt.</param>
/// <param name="Incident">The one that is open; null when none is.</param>
/// <param name="Decision">The last decision that was acted on.</param>
internal sealed record WatchState(string Key, DateTimeOffset StartedAt, int? Incident, string? Decision)
{
    public static WatchState Load(IAgentContext context, TargetFolder folder)
    {
        var file = FileOf(context, folder);
        var json = File.Exists(file) ? JsonNode.Parse(File.ReadAllText(file)) : null;
        return (string?)json?["key"] == context.IdempotencyKey
            ? new WatchState(context.IdempotencyKey, (DateTimeOffset)json!["startedAt"]!, (int?)json["incident"], (string?)json["decision"])
            : new WatchState(context.IdempotencyKey, context.Time.GetUtcNow(), Incident: null, Decision: null);
    }

    public void Save(IAgentContext context, TargetFolder folder)
    {
        var file = FileOf(context, folder);
        var json = new JsonObject { ["key"] = Key, ["startedAt"] = StartedAt, ["incident"] = Incident, ["decision"] = Decision };
        File.WriteAllText(file + ".new", json.ToJsonString());
        File.Move(file + ".new", file, overwrite: true);
    }

    private static string FileOf(IAgentContext context, TargetFolder folder) =>
        folder.At($"watch-{PrivateFolder.SafeName(context.RunId)}-{PrivateFolder.SafeName(context.StageId)}.json");
}
