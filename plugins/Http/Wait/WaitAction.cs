using System.Text.Json.Nodes;
using Monolith.Plugins.Http.Calls;

namespace Monolith.Plugins.Http.Wait;

internal sealed class WaitAction : IPluginAction
{
    private static readonly TimeSpan DefaultFor = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan DefaultInterval = TimeSpan.FromMilliseconds(500);

    private const string Schema = $$"""
        {
          "$schema": "http://json-schema.org/draft-07/schema#",
          "type": "object",
          "additionalProperties": false,
          "required": ["url"],
          "properties": {
            {{CallSchema.Properties}},
            "for": {
              "type": "string", "pattern": "{{DurationText.Pattern}}",
              "description": "How long to wait at most; 30s by default."
            },
            "interval": {
              "type": "string", "pattern": "{{DurationText.Pattern}}",
              "description": "Between two calls; 500ms by default."
            }
          }
        }
        """;

    public AgentAction Description { get; } = new("wait", "Calls a URL again and again until it answers as expected.", Schema);

    public async Task<AgentResult> ExecuteAsync(IAgentContext context, CancellationToken cancellationToken)
    {
        var call = CallSpec.Read(context.Parameters);
        var longest = context.Parameters.Duration("for", DefaultFor);
        var interval = context.Parameters.Duration("interval", DefaultInterval);
        using var caller = new HttpCaller(context);

        var until = new Polling(context.Time, longest, interval);
        var (result, calls) = await until.CallAsync(caller, call, givenUp: null, cancellationToken);
        if (result.Fault is { Kind: CallFaultKind.Refused } refused)
        {
            return refused.ToFailure(call.Name);
        }

        if (result.Fault is { } fault)
        {
            return Failed.TimedOut(
                $"{call.Name} did not answer as expected within {DurationText.Format(longest)}. "
                + $"The last of {calls} calls: {fault.Message}");
        }

        context.Log.Info($"{call.Name}: {result.Reply!.Status} at call {calls}");
        var outputs = new JsonObject { ["status"] = result.Reply.Status, ["calls"] = calls };
        return AgentResult.Success() with { Outputs = outputs, Metrics = CallMetrics.Of(passed: 1, failed: 0, [result]) };
    }
}
