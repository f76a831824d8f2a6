using System.Text.Json.Nodes;
using Monolith.Plugins.Deployment.Settings;
using Monolith.Plugins.Deployment.State;

namespace Monolith.Plugins.Deployment.Targets.Containers;

/// <summary>What the engine is told of one container.</summary>
/// <param name="Port">Of this machine.</param>
internal sealed record ContainerSpec(TargetSettings Settings, Launch Launch, IReadOnlyList<KeyValuePair<string, string>> Environment, string Port)
{
    private const int UsualPort = 8080;
    private const string PortMark = "{port}";

    private bool HasHostNetwork => Settings.Json.Text("network") == "host";

    private string Inner => HasHostNetwork ? Port : (Launch.ContainerPort ?? UsualPort).ToString(System.Globalization.CultureInfo.InvariantCulture);

    public JsonObject ToJson(string id)
    {
        var json = new JsonObject
        {
            ["Image"] = Launch.Image,
            ["Env"] = Texts([.. Environment.Select(entry => $"{entry.Key}={Filled(entry.Value)}"), $"PORT={Inner}"]),
            ["Labels"] = new JsonObject { ["monolith.instance"] = id },
            ["HostConfig"] = HostConfig(),
        };
        if (Launch.Command.Count > 0)
        {
            json["Cmd"] = Texts(Launch.Command.Select(Filled));
        }

        if (!HasHostNetwork)
        {
            json["ExposedPorts"] = new JsonObject { [$"{Inner}/tcp"] = new JsonObject() };
        }

        return json;
    }

    private JsonObject HostConfig()
    {
        var config = new JsonObject { ["NetworkMode"] = HasHostNetwork ? "host" : "bridge" };
        if (!HasHostNetwork)
        {
            config["PortBindings"] = new JsonObject
            {
                [$"{Inner}/tcp"] = new JsonArray(new JsonObject { ["HostIp"] = "127.0.0.1", ["HostPort"] = Port }),
            };
        }

        if (Settings.Json.Value("limits") is { } limits)
        {
            config["Ulimits"] = new JsonArray([.. limits.EnumerateObject().Select(limit => (JsonNode)new JsonObject
            {
                ["Name"] = limit.Name,
                ["Soft"] = limit.Value.GetInt64(),
                ["Hard"] = limit.Value.GetInt64(),
            })]);
        }

        return config;
    }

    private string Filled(string text) => text.Replace(PortMark, Inner, StringComparison.Ordinal);

    private static JsonArray Texts(IEnumerable<string> texts) => [.. texts.Select(text => JsonValue.Create(text))];
}
