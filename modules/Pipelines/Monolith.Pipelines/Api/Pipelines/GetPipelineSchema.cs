using System.Reflection;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Monolith.Pipelines.Api.Pipelines;

/// <summary><c>GET /api/v1/schemas/pipeline</c>: the JSON Schema of definitions, for editors.</summary>
internal static class GetPipelineSchema
{
    private static readonly Lazy<string> Schema = new(Read);

    public static string Text => Schema.Value;

    public static ContentHttpResult Handle() => TypedResults.Text(Text, "application/schema+json");

    private static string Read()
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream("pipeline.schema.json")!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
