using System.Text.Json;

namespace Monolith.Plugins.Deployment.Settings;

/// <summary>Where a stage deploys to.</summary>
internal sealed record TargetSettings(JsonElement Json)
{
    public string Name => Json.RequiredText("name");

    public string Type => Json.Text("type") ?? "process";

    /// <summary>Whether the target minds its instances itself.</summary>
    public bool IsCluster => Type == "kubernetes";

    public string? State => Json.Text("state");

    /// <summary>Where the gateway listens.</summary>
    public int? Port => Json.Integer("port");

    public string Listen => Json.Text("listen") ?? "127.0.0.1";

    public static TargetSettings Of(IAgentContext context) =>
        new(context.Parameters.Value("target") ?? throw new ParameterException("target", "is missing"));

    public static TargetSettings Parse(string json)
    {
        using var document = JsonDocument.Parse(json);
        return new TargetSettings(document.RootElement.Clone());
    }
}
