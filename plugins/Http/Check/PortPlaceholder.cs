using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Monolith.Plugins.Http.Check;

/// <summary>Puts a port where texts say <c>{port}</c>.</summary>
internal static class PortPlaceholder
{
    private const string Placeholder = "{port}";

    public static JsonElement Fill(JsonElement parameters, int port)
    {
        var filled = Filled(JsonNode.Parse(parameters.GetRawText()), port.ToString(CultureInfo.InvariantCulture));
        using var document = JsonDocument.Parse(filled!.ToJsonString());
        return document.RootElement.Clone();
    }

    private static JsonNode? Filled(JsonNode? node, string port) => node switch
    {
        JsonObject entries => new JsonObject(entries.Select(entry => KeyValuePair.Create(entry.Key, Filled(entry.Value, port)))),
        JsonArray items => new JsonArray([.. items.Select(item => Filled(item, port))]),
        JsonValue value when value.GetValueKind() == JsonValueKind.String =>
            value.GetValue<string>().Replace(Placeholder, port, StringComparison.Ordinal),
        _ => node?.DeepClone(),
    };
}
