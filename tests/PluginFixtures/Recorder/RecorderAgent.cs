using System.Text.Json.Nodes;
using Monolith.Agents.Sdk;

namespace Monolith.Fixtures.Recorder;

/// <summary>Notes every execution in a file outside the database, so that a test can tell what really ran.</summary>
public sealed class RecorderAgent : IAgent
{
    private const string NoParameters = """{ "type": "object", "additionalProperties": false }""";

    public AgentDescriptor Descriptor { get; } = new("recorder", "1.0.0", "Notes what it does.",
    [
        new AgentAction("noop", "Does nothing.", NoParameters),
        new AgentAction("record", "Adds a line to a file, then waits until another file is there.", """
            {
              "type": "object", "additionalProperties": false, "required": ["file"],
              "properties": { "file": { "type": "string" }, "waitFor": { "type": "string" }, "echo": {} }
            }
            """),
        new AgentAction("fail", "Fails until a file is there.", """
            {
              "type": "object", "additionalProperties": false,
              "properties": { "until": { "type": "string" }, "retryable": { "type": "boolean" } }
            }
            """),
        new AgentAction("ask", "Asks a language model.", """
            {
              "type": "object", "additionalProperties": false, "required": ["question"],
              "properties": { "question": { "type": "string" }, "schema": { "type": "object" } }
            }
            """),
        new AgentAction("leak", "Tries to get a secret out in a way.", """
            {
              "type": "object", "additionalProperties": false, "required": ["secret", "by"],
              "properties": { "secret": { "type": "string" }, "by": { "type": "string" } }
            }
            """),
        new AgentAction("consult", "Wants its plan approved, then asks why.", """
            { "type": "object", "additionalProperties": false, "properties": { "confidence": { "type": "number" } } }
            """),
    ]);

    public Task<AgentResult> ExecuteAsync(IAgentContext context, CancellationToken cancellationToken) => context.Action switch
    {
        "record" => RecordAsync(context, cancellationToken),
        "leak" => Leak.DoAsync(context, cancellationToken),
        "consult" => Consult.DoAsync(context, cancellationToken),
        "ask" => AskAsync(context, cancellationToken),
        "fail" => Task.FromResult(Fail(context)),
        _ => Task.FromResult(AgentResult.Success()),
    };

    private static async Task<AgentResult> RecordAsync(IAgentContext context, CancellationToken cancellationToken)
    {
        var file = context.Parameters.GetProperty("file").GetString()!;
        await File.AppendAllTextAsync(file, $"{context.RunId} {context.StageId} {context.IdempotencyKey}\n", cancellationToken);
        context.Log.Info($"recorded {context.StageId}");
        while (context.Parameters.TryGetProperty("waitFor", out var awaited) && !File.Exists(awaited.GetString()))
            await Task.Delay(20, cancellationToken);

        var echo = context.Parameters.TryGetProperty("echo", out var value) ? JsonNode.Parse(value.GetRawText()) : null;
        return AgentResult.Success() with
        {
            Outputs = new JsonObject { ["echo"] = echo, ["key"] = context.IdempotencyKey },
            Metrics = new Dictionary<string, double> { ["recorded"] = 1 },
        };
    }

    private static async Task<AgentResult> AskAsync(IAgentContext context, CancellationToken cancellationToken)
    {
        var request = new ModelRequest(ModelMessage.User(context.Parameters.GetProperty("question").GetString()!))
        {
            Schema = context.Parameters.TryGetProperty("schema", out var schema) ? schema.GetRawText() : null,
            MaxTokens = 50,
            Purpose = "a test",
        };
        var answer = await context.Models.AskAsync(request, cancellationToken);
        return AgentResult.Success() with
        {
            Outputs = new JsonObject { ["text"] = answer.Text, ["recorded"] = answer.Recorded, ["cost"] = answer.Cost },
        };
    }

    private static AgentResult Fail(IAgentContext context)
    {
        var isFixed = context.Parameters.TryGetProperty("until", out var file) && File.Exists(file.GetString());
        var retryable = context.Parameters.TryGetProperty("retryable", out var flag) && flag.GetBoolean();
        return isFixed ? AgentResult.Success() : AgentResult.Failure(AgentErrorCodes.TaskExecutionFailed, "It was told to fail.", retryable);
    }
}
