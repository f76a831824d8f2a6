using System.Text.Json.Nodes;

namespace Monolith.ClientGenerator;

/// <summary>The document as the generator understands it rightly. What is changed here does not change what is sent.</summary>
internal static class Preparation
{
    /// <summary>Any JSON: in C# a node, which a string or a number becomes by itself.</summary>
    public const string AnyJson = "JsonNode";

    public static string Of(string document)
    {
        var root = JsonNode.Parse(document.Replace("/schemas/JsonElement\"", $"/schemas/{AnyJson}\"", StringComparison.Ordinal))!;
        var schemas = root["components"]!["schemas"]!.AsObject();
        schemas[AnyJson] = new JsonObject { ["type"] = "object" };
        schemas.Remove("JsonElement");
        foreach (var schema in schemas.Select(schema => schema.Value!))
        {
            Close(schema);
            LetJsonBeNull(schema);
        }

        foreach (var operation in root["paths"]!.AsObject().SelectMany(path => path.Value!.AsObject()).Select(operation => operation.Value).OfType<JsonObject>())
        {
            LeaveOutProblems(operation);
            SendTextAsItIs(operation);
        }

        return root.ToJsonString();
    }

    /// <summary>What the document does not name is left unread, rather than kept in a dictionary of each object.</summary>
    private static void Close(JsonNode schema)
    {
        if (schema["properties"] is JsonObject)
            schema["additionalProperties"] ??= false;
    }

    private static void LetJsonBeNull(JsonNode schema)
    {
        var properties = schema["properties"]?.AsObject() ?? [];
        foreach (var name in properties.Where(property => property.Value!["$ref"]?.ToString() == $"#/components/schemas/{AnyJson}").Select(property => property.Key).ToList())
            properties[name] = new JsonObject { ["oneOf"] = new JsonArray(new JsonObject { ["type"] = "null" }, properties[name]!.DeepClone()) };
    }

    /// <summary>All problems have one shape, and one exception for it.</summary>
    private static void LeaveOutProblems(JsonObject operation)
    {
        var responses = operation["responses"]!.AsObject();
        foreach (var status in responses.Select(response => response.Key).Where(status => status[0] is '4' or '5').ToList())
            responses.Remove(status);
    }

    /// <summary>A definition in YAML: as a string the generator would send it in quotes, as JSON.</summary>
    private static void SendTextAsItIs(JsonObject operation)
    {
        foreach (var media in operation["requestBody"]?["content"]?.AsObject().Select(content => content.Value!["schema"]) ?? [])
        {
            if (media is JsonObject schema && schema["type"]?.ToString() == "string")
                schema["format"] = "binary";
        }
    }
}
