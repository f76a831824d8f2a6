using System.Text.Json;
using System.Text.Json.Nodes;

namespace Monolith.Plugins.Deployment.State;

/// <summary>How instances of a release are started and known to be well.</summary>
internal sealed record Launch(
    IReadOnlyList<string> Command,
    IReadOnlyDictionary<string, string> Environment,
    IReadOnlyDictionary<string, string> SecretEnvironment,
    string? Image,
    int? ContainerPort,
    int Replicas,
    string HealthPath,
    TimeSpan HealthWithin,
    TimeSpan Drain)
{
    private static readonly string[] Names =
        ["command", "environment", "secretEnvironment", "image", "containerPort", "replicas", "health", "drain"];

    private static readonly TimeSpan UsualHealthWithin = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan UsualDrain = TimeSpan.FromSeconds(30);

    /// <summary>What of a stage's parameters is kept with the release.</summary>
    public static string Part(JsonElement parameters) => new JsonObject(parameters.EnumerateObject()
        .Where(entry => Names.Contains(entry.Name))
        .Select(entry => KeyValuePair.Create(entry.Name, JsonNode.Parse(entry.Value.GetRawText())))).ToJsonString();

    public static Launch Read(JsonElement parameters)
    {
        var health = parameters.Value("health") ?? default;
        return new Launch(
            parameters.Texts("command"),
            parameters.Map("environment"),
            parameters.Map("secretEnvironment"),
            parameters.Text("image"),
            parameters.Integer("containerPort"),
            parameters.Integer("replicas") ?? 1,
            health.Text("path") ?? "/health",
            health.Duration("within", UsualHealthWithin),
            parameters.Duration("drain", UsualDrain));
    }
}
