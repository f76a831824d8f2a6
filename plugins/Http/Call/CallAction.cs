using System.Text.Json.Nodes;
using Monolith.Plugins.Http.Calls;

namespace Monolith.Plugins.Http.Call;

internal sealed class CallAction : IPluginAction
{
    // Outputs of a stage are bounded, and a character may take six bytes of them.
    private const int MostBodyOutput = 10_000;

    private const string Schema = $$"""
        {
          "$schema": "http://json-schema.org/draft-07/schema#",
          "type": "object",
          "additionalProperties": false,
          "required": ["url"],
          "properties": {
            {{CallSchema.Properties}}
          }
        }
        """;

    public AgentAction Description { get; } = new("call", "Makes one HTTP call and checks what it answers.", Schema);

    public async Task<AgentResult> ExecuteAsync(IAgentContext context, CancellationToken cancellationToken)
    {
        using var caller = new HttpCaller(context);
        var result = await caller.CallAsync(CallSpec.Read(context.Parameters), cancellationToken);
        var metrics = CallMetrics.Of(result.Passed ? 1 : 0, result.Passed ? 0 : 1, [result]);
        if (result.Fault is { } fault)
        {
            return fault.ToFailure(result.Call.Name) with { Metrics = metrics };
        }

        context.Log.Info($"{result.Call.Name}: {result.Reply!.Status} in {DurationText.Format(result.Reply.Latency)}");
        return AgentResult.Success() with { Outputs = Outputs(result.Reply), Metrics = metrics };
    }

    private static JsonObject Outputs(CallReply reply)
    {
        var headers = new JsonObject();
        foreach (var (name, value) in reply.Headers.Where(header => header.Key != "set-cookie"))
        {
            headers[name] = value.Cut(1_000);
        }

        return new JsonObject
        {
            ["status"] = reply.Status,
            ["latencyMs"] = reply.LatencyMs,
            ["headers"] = headers,
            ["body"] = reply.Body.Cut(MostBodyOutput),
            ["json"] = reply.Body.Length <= MostBodyOutput && reply.Json() is { } json ? JsonNode.Parse(json.GetRawText()) : null,
        };
    }
}
