using System.Text.Json.Nodes;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace Monolith.Host.Startup;

/// <summary>What the main requests look like, for the reader of the OpenAPI document.</summary>
internal static class RequestExamples
{
    private const string Json = "application/json";
    private const string Yaml = "application/yaml";

    /// <summary>Bodies that are a file, whatever else the request may be.</summary>
    private static readonly string[] Files = ["application/zip", "application/octet-stream"];

    private const string Definition = """
        name: hello
        inputs:
          name: { type: string, default: world }
        stages:
          - id: greet
            agent: command
            action: run
            parameters: { command: echo, arguments: ["Hello, ${{ inputs.name }}!"] }
        """;

    private static readonly Dictionary<string, (string Type, string Text)[]> Of = new(StringComparer.Ordinal)
    {
        ["PutPipeline"] = [(Yaml, Definition)],
        ["ValidatePipeline"] = [(Yaml, Definition)],
        ["StartRun"] =
        [
            (Json, """{ "pipeline": "hello", "inputs": { "name": "Ada" }, "labels": { "team": "web" } }"""),
            (Yaml, Definition),
        ],
        ["ForkRun"] = [(Json, """{ "inputs": { "name": "Grace" } }""")],
        ["ApproveDecision"] = [(Json, """{ "reason": "Looks right", "option": "tonight" }""")],
        ["ReviseDecision"] = [(Json, """{ "reason": "Keep the old column for a week", "remark": { "keep": "7 days" } }""")],
        ["EscalateDecision"] = [(Json, """{ "reason": "This touches security" }""")],
        ["AbortDecision"] = [(Json, """{ "reason": "Not in this quarter" }""")],
        ["UploadPackage"] = [(Json, """{ "feed": "company", "id": "Acme.Hello", "version": "1.2.0" }""")],
        ["AnswerClarification"] = [(Json, """{ "answers": { "why": "Customers asked for it" } }""")],
    };

    public static Task AddAsync(OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken cancellationToken)
    {
        foreach (var (type, text) in Of.GetValueOrDefault(operation.OperationId ?? "", []))
        {
            if (operation.RequestBody?.Content is { } content && content.TryGetValue(type, out var media) && media is OpenApiMediaType mine)
                mine.Example = type == Json ? JsonNode.Parse(text) : JsonValue.Create(text);
        }

        foreach (var (_, media) in operation.RequestBody?.Content?.Where(body => Files.Contains(body.Key)) ?? [])
            ((OpenApiMediaType)media).Schema = new OpenApiSchema { Type = JsonSchemaType.String, Format = "binary" };
        return Task.CompletedTask;
    }
}
