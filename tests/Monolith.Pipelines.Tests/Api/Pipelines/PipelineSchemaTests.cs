using System.Text.Json;
using System.Text.Json.Nodes;
using Monolith.Pipelines.Api.Pipelines;
using Monolith.Pipelines.Definitions.Binding;

namespace Monolith.Pipelines.Tests.Api.Pipelines;

/// <summary>The published schema and the reader of definitions know the same properties.</summary>
public sealed class PipelineSchemaTests
{
    private static readonly JsonObject Schema = JsonNode.Parse(GetPipelineSchema.Text)!.AsObject();

    [Fact]
    public void Properties_EachOfTheSchema_IsKnownToTheReader()
    {
        var unknown = Documents(Schema).SelectMany(Unknown).ToList();

        Assert.Empty(unknown);
        Assert.NotEmpty(Unknown(new JsonObject { ["stagez"] = null }));
    }

    private static IEnumerable<string> Unknown(JsonNode document)
    {
        var problems = new ProblemList("");
        using var parsed = JsonDocument.Parse(document.ToJsonString());
        DefinitionBinder.Bind(parsed.RootElement, problems);
        return problems.All.Where(problem => problem.Message.StartsWith("There is no such property.", StringComparison.Ordinal)).Select(problem => problem.Path ?? "");
    }

    /// <returns>A document for each property that the schema has, with that property and nothing else.</returns>
    private static IEnumerable<JsonNode> Documents(JsonObject place)
    {
        foreach (var (name, value) in place["properties"]?.AsObject() ?? [])
        {
            yield return new JsonObject { [name] = null };
            foreach (var inner in Inside(value!.AsObject()))
                yield return new JsonObject { [name] = inner };
        }
    }

    private static IEnumerable<JsonNode> Inside(JsonObject place)
    {
        if (place["$ref"] is { } named)
            place = Schema["$defs"]![named.ToString().Split('/')[^1]]!.AsObject();
        foreach (var one in (place["anyOf"]?.AsArray() ?? []).SelectMany(one => Inside(one!.AsObject())))
            yield return one;
        foreach (var item in place["items"] is { } items ? Inside(items.AsObject()) : [])
            yield return new JsonArray(item);
        foreach (var value in place["additionalProperties"] is JsonObject values ? Inside(values) : [])
            yield return new JsonObject { ["some"] = value };
        foreach (var document in Documents(place))
            yield return document;
    }
}
