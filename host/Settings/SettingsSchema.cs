using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Monolith.Host.Settings;

/// <summary>The JSON Schema of appsettings.json. Sections of the framework and of others are left open.</summary>
internal static class SettingsSchema
{
    private const string Span = @"^-?(\d+\.)?\d{1,2}:\d{2}(:\d{2}(\.\d{1,7})?)?$|^-?\d+$";

    private static readonly JsonSerializerOptions Layout = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string Write(IEnumerable<Setting> settings) => Of(settings).ToJsonString(Layout) + "\n";

    public static JsonObject Of(IEnumerable<Setting> settings)
    {
        var root = new JsonObject
        {
            ["$schema"] = "https://json-schema.org/draft/2020-12/schema",
            ["title"] = "Settings of Monolith",
            ["type"] = "object",
            ["properties"] = new JsonObject(),
        };
        foreach (var setting in settings)
            Place(root, setting.Segments, setting);
        return root;
    }

    private static void Place(JsonObject parent, IReadOnlyList<string> rest, Setting setting)
    {
        var (name, isLast) = (rest[0], rest.Count == 1);
        if (name == Setting.Element)
        {
            parent.Remove("properties");
            parent.Remove("additionalProperties");
            (parent["type"], parent["items"]) = ("array", Leaf(setting));
        }
        else if (name == Setting.AnyName)
        {
            if (isLast)
                parent["additionalProperties"] = Leaf(setting);
            else
                Place(Within(parent, "additionalProperties"), [.. rest.Skip(1)], setting);
        }
        else if (isLast)
        {
            parent["properties"]![name] = Leaf(setting);
        }
        else
        {
            Place(Within((JsonObject)parent["properties"]!, name), [.. rest.Skip(1)], setting);
        }
    }

    private static JsonObject Within(JsonObject parent, string name)
    {
        if (parent[name] is not JsonObject known)
            parent[name] = known = new JsonObject { ["type"] = "object", ["properties"] = new JsonObject(), ["additionalProperties"] = false };
        return known;
    }

    private static JsonObject Leaf(Setting setting)
    {
        var leaf = new JsonObject { ["type"] = TypeOf(setting.Type) };
        // Whatever its reader understands.
        if (setting.Type == typeof(JsonElement))
            leaf.Remove("type");
        if (setting.Description.Length > 0)
            leaf["description"] = setting.Description;
        if (setting.Type.IsEnum)
            leaf["enum"] = new JsonArray([.. Enum.GetNames(setting.Type).Select(name => JsonValue.Create(name))]);
        if (setting.Type == typeof(TimeSpan))
            leaf["pattern"] = Span;
        if (Number(setting.Bounds.Least) is { } least)
            leaf["minimum"] = least;
        if (Number(setting.Bounds.Most) is { } most)
            leaf["maximum"] = most;
        if (setting.Default is { } usual)
            leaf["default"] = usual is bool flag ? JsonValue.Create(flag) : Number(usual) ?? JsonValue.Create(Convert.ToString(usual, CultureInfo.InvariantCulture));
        if (setting.IsSecret)
            leaf["writeOnly"] = true;
        return leaf;
    }

    private static JsonValue? Number(object? value) =>
        value is int or long or double or decimal ? JsonValue.Create(Convert.ToDecimal(value, CultureInfo.InvariantCulture)) : null;

    private static string TypeOf(Type type) => type switch
    {
        _ when type == typeof(bool) => "boolean",
        _ when type == typeof(int) || type == typeof(long) => "integer",
        _ when type == typeof(double) || type == typeof(decimal) => "number",
        _ => "string",
    };
}
