using System.Text.Json.Nodes;

namespace Monolith.Agents.Testing;

/// <summary>A recorded attempt beside what the agent does now.</summary>
/// <param name="Recorded">What was.</param>
/// <param name="Now">What is.</param>
public sealed record ReplayedAttempt(RecordedAttempt Recorded, AgentRun Now)
{
    /// <summary>What differs in outcome, outputs and metrics, one line each; empty when nothing does.</summary>
    public IReadOnlyList<string> Differences()
    {
        if (Now.Result is { Proposal: null, Questions.Count: 0 } result)
            return result.Error?.Code == Recorded.Code ? [.. Outputs(), .. Metrics()] : [$"outcome: was {Outcome(Recorded.Code)}, is {Outcome(result.Error?.Code)}"];
        return [$"outcome: was {Outcome(Recorded.Code)}, now it wants something from people"];
    }

    /// <summary>Throws unless all is as it was, but for the named outputs and metrics.</summary>
    /// <param name="except">Names of outputs and metrics that may differ, such as a duration.</param>
    /// <exception cref="AgentAssertionException">Something differs; the message lists all that does.</exception>
    public ReplayedAttempt Matches(params string[] except)
    {
        var found = Differences().Where(line => !except.Any(name => line.StartsWith($"output {name}:", StringComparison.Ordinal) || line.StartsWith($"metric {name}:", StringComparison.Ordinal))).ToList();
        return found.Count == 0 ? this : throw new AgentAssertionException($"Stage {Recorded.Stage}, attempt {Recorded.Attempt}, differs:\n{string.Join('\n', found)}");
    }

    private static string Outcome(string? code) => code ?? "success";

    private IEnumerable<string> Outputs() => Recorded.Outputs is not { } recorded ? [] : Compare("output", recorded, Now.Result.Outputs);

    private IEnumerable<string> Metrics() => Recorded.Metrics is not { } recorded ? []
        : Compare("metric", recorded, new JsonObject(Now.Result.Metrics.Where(metric => double.IsFinite(metric.Value)).Select(metric => KeyValuePair.Create(metric.Key, (JsonNode?)metric.Value))));

    private static IEnumerable<string> Compare(string what, JsonObject was, JsonObject now) =>
        from name in was.Select(part => part.Key).Union(now.Select(part => part.Key)).Order(StringComparer.Ordinal)
        where was.ContainsKey(name) != now.ContainsKey(name) || !Same(was[name], now[name])
        select $"{what} {name}: was {Text(was, name)}, is {Text(now, name)}";

    // Through text, since 3 and 3.0 are one number.
    private static bool Same(JsonNode? one, JsonNode? other) => JsonNode.DeepEquals(JsonNode.Parse(one?.ToJsonString() ?? "null"), JsonNode.Parse(other?.ToJsonString() ?? "null"));

    private static string Text(JsonObject from, string name) => from.TryGetPropertyValue(name, out var value) ? value?.ToJsonString() ?? "null" : "missing";
}
