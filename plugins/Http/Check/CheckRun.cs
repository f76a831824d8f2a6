using System.Text.Json;
using System.Text.Json.Nodes;
using Monolith.Plugins.Http.Calls;

namespace Monolith.Plugins.Http.Check;

/// <summary>The checks of one execution and how they went.</summary>
/// <param name="Checks">Of each check the first call that failed, or the last one.</param>
/// <param name="Metrics">Over all calls.</param>
internal sealed record CheckRun(IReadOnlyList<CallResult> Checks, IReadOnlyDictionary<string, double> Metrics)
{
    private const int MostNamed = 5;

    public static async Task<CheckRun> MakeAsync(
        IAgentContext context, HttpCaller caller, JsonElement parameters, CancellationToken cancellationToken)
    {
        var specs = parameters.Elements("checks").Select(CallSpec.Read).ToList();
        var (checks, calls) = (new List<CallResult>(), new List<CallResult>());
        foreach (var spec in specs)
        {
            var result = await RepeatAsync(caller, spec, calls, cancellationToken);
            checks.Add(result);
            Log(context, result);
        }

        var passed = checks.Count(check => check.Passed);
        return new CheckRun(checks, CallMetrics.Of(passed, checks.Count - passed, calls));
    }

    public AgentResult ToResult(bool served)
    {
        var failed = Checks.Where(check => !check.Passed).ToList();
        if (failed.Count == 0)
        {
            return AgentResult.Success() with { Outputs = Outputs(), Metrics = Metrics };
        }

        var lines = failed.Take(MostNamed).Select(check => $"- {check.Call.Name}: {check.Fault!.Message}");
        var more = failed.Count > MostNamed ? $"\nand {failed.Count - MostNamed} more" : "";
        var message = $"{failed.Count} of {Checks.Count} checks failed:\n{string.Join('\n', lines)}{more}";
        var unreachable = !served && failed.All(check => check.Fault!.Kind == CallFaultKind.Unreachable);
        if (failed.All(check => check.Fault!.Kind == CallFaultKind.Refused))
        {
            return Failed.Validation(message) with { Metrics = Metrics };
        }

        return (unreachable ? Failed.Network(message) : Failed.Execution(message)) with { Metrics = Metrics };
    }

    private static async Task<CallResult> RepeatAsync(
        HttpCaller caller, CallSpec spec, List<CallResult> calls, CancellationToken cancellationToken)
    {
        CallResult result;
        var made = 0;
        do
        {
            result = await caller.CallAsync(spec, cancellationToken);
            calls.Add(result);
        }
        while (result.Passed && ++made < spec.Repeat);

        return result;
    }

    private static void Log(IAgentContext context, CallResult check)
    {
        if (check.Passed)
        {
            context.Log.Info($"passed: {check.Call.Name} ({check.Reply!.Status} in {DurationText.Format(check.Reply.Latency)})");
        }
        else
        {
            context.Log.Error($"failed: {check.Call.Name}: {check.Fault!.Message}");
        }
    }

    private JsonObject Outputs() => new()
    {
        ["status"] = Checks[^1].Reply!.Status,
        ["checks"] = new JsonArray([.. Checks.Select(check => (JsonNode)new JsonObject
        {
            ["name"] = check.Call.Name.Cut(200),
            ["status"] = check.Reply!.Status,
            ["latencyMs"] = check.Reply.LatencyMs,
        })]),
    };
}
