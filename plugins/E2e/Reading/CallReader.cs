using Monolith.Plugins.E2e.Scenarios;
using YamlDotNet.RepresentationModel;

namespace Monolith.Plugins.E2e.Reading;

internal static class CallReader
{
    private static readonly string[] Methods = ["GET", "POST", "PUT", "PATCH", "DELETE", "HEAD"];

    public static ApiCall Read(Fields fields)
    {
        var method = fields.Text("method") ?? "GET";
        if (!Methods.Contains(method))
            fields.Wrong(fields.Find("method")!, "method", $"must be one of {string.Join(", ", Methods)}");
        return new ApiCall(
            method,
            fields.RequiredText("url"),
            fields.Map("headers"),
            Body(fields),
            fields.Whole("status", least: 100, most: 599),
            fields.Text("contains"),
            fields.Map("json"));
    }

    private static string? Body(Fields fields)
    {
        var node = fields.Find("body");
        if (node is null or YamlScalarNode)
            return (node as YamlScalarNode)?.Value;
        if (YamlJson.Of(node) is { } json)
            return json.ToJsonString(YamlJson.Readable);
        fields.Wrong(node, "body", "is too deep or too large");
        return null;
    }
}
