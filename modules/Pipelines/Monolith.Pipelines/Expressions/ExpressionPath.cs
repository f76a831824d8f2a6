using System.Text.Json;
using System.Text.Json.Nodes;

namespace Monolith.Pipelines.Expressions;

/// <summary>A dotted path such as <c>stages.build.outputs.files[0]</c>; an index is a segment of digits.</summary>
internal sealed record ExpressionPath(IReadOnlyList<string> Segments)
{
    public string Root => Segments[0];

    /// <summary>The segments from the given one on, with dots: keys of metrics hold dots themselves.</summary>
    public string From(int segment) => string.Join('.', Segments.Skip(segment));

    /// <returns>What the segments from the given one on lead to; null when there is nothing.</returns>
    public JsonNode? Walk(JsonElement value, int from)
    {
        for (var i = from; i < Segments.Count; i++)
        {
            var segment = Segments[i];
            if (value.ValueKind == JsonValueKind.Object && value.TryGetProperty(segment, out var property))
                value = property;
            else if (value.ValueKind == JsonValueKind.Array && int.TryParse(segment, out var index) && index < value.GetArrayLength())
                value = value[index];
            else
                return null;
        }

        return JsonNode.Parse(value.GetRawText());
    }

    public override string ToString() => From(0);
}
