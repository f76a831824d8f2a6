using System.Globalization;
using System.Text.Json.Nodes;

namespace Monolith.Plugins.Deployment.Monitoring.Incidents;

/// <summary>The record of one incident, as it is kept and shown.</summary>
internal sealed class Incident(JsonObject json)
{
    public const string Open = "open";
    public const string Healed = "healed";
    public const string HeldBack = "held_back";

    public JsonObject Json => json;

    public int Number => (int)json["number"]!;

    public string Status => (string)json["status"]!;

    public string Summary => (string)json["summary"]!;

    public int Attempts => Heals.Count;

    /// <summary>What is being done about it, or was when a host died; null when nothing is.</summary>
    public string? UnderWay => Heals.Count > 0 && Heals[^1]!["outcome"] is null ? (string)Heals[^1]!["action"]! : null;

    private JsonArray Heals => json["heals"]!.AsArray();

    public static Incident New(int number, string target, string version, DateTimeOffset at, JsonArray samples, JsonArray instances) => new(new JsonObject
    {
        ["number"] = number,
        ["target"] = target,
        ["version"] = version,
        ["status"] = Open,
        ["openedAt"] = at,
        ["closedAt"] = null,
        ["summary"] = string.Join(" ", samples[^1]!["faults"]!.AsArray().Select(fault => (string)fault!)),
        ["samples"] = samples,
        ["instances"] = instances,
        ["heals"] = new JsonArray(),
    });

    public void Begin(string action, DateTimeOffset at) => Heals.Add((JsonNode)new JsonObject { ["action"] = action, ["at"] = at, ["outcome"] = null });

    public void End(string outcome) => Heals[^1]!["outcome"] = outcome;

    public void Close(string status, DateTimeOffset at)
    {
        json["status"] = status;
        json["closedAt"] = at;
    }

    public string Key(string stage) => string.Create(CultureInfo.InvariantCulture, $"{stage}/incident-{Number}/{Attempts}");
}
