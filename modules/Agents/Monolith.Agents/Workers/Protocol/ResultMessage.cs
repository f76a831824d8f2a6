using System.Text.Json;
using System.Text.Json.Nodes;
using Monolith.Agents.Sdk;

namespace Monolith.Agents.Workers.Protocol;

/// <summary><c>result</c> of a call.</summary>
internal static class ResultMessage
{
    public static void Write(Utf8JsonWriter json, (long Id, AgentResult Result) message)
    {
        var result = message.Result;
        json.WriteNumber("call"u8, message.Id);
        if (result.Outputs is { Count: > 0 } outputs)
        {
            json.WritePropertyName("outputs"u8);
            outputs.WriteTo(json);
        }

        Write(json, result.Metrics);
        Write(json, result.Artifacts);
        if (result.Error is { } error)
            Write(json, error);
        if (result.Proposal is { } proposal)
            PeopleMessage.Write(json, proposal);
        if (result.Questions is { Count: > 0 } questions)
            PeopleMessage.Write(json, questions);
    }

    public static AgentResult Read(JsonElement message) => Outcome(message) with
    {
        Outputs = Wire.Node(message, "outputs") switch
        {
            null => [],
            JsonObject outputs => outputs,
            _ => throw new WireException("sent 'outputs' as no object"),
        },
        Metrics = Wire.Members(message, "metrics").ToDictionary(metric => metric.Name, metric => metric.Value.GetDouble(), StringComparer.Ordinal),
        Artifacts = [.. Wire.Items(message, "artifacts").Select(artifact => new AgentArtifact(
            Wire.Text(artifact, "name"), Wire.Text(artifact, "path"), Wire.OptionalText(artifact, "type") ?? "file"))],
    };

    private static AgentResult Outcome(JsonElement message)
    {
        if (Wire.Find(message, "error") is { } error)
            return Failure(error);
        if (Wire.Find(message, "proposal") is { } proposal)
            return AgentResult.Propose(PeopleMessage.Proposal(proposal));
        return Wire.Find(message, "questions") is null
            ? AgentResult.Success()
            : AgentResult.Ask([.. Wire.Items(message, "questions").Select(PeopleMessage.Question)]);
    }

    private static AgentResult Failure(JsonElement error)
    {
        var (code, text) = (Wire.Text(error, "code"), Wire.OptionalText(error, "message") ?? "");
        return Wire.OptionalDouble(error, "retryAfterSeconds") is { } wait
            ? AgentResult.RetryLater(code, text, TimeSpan.FromSeconds(Math.Clamp(wait, 0, 86_400)))
            : AgentResult.Failure(code, text, Wire.Flag(error, "retryable"));
    }

    private static void Write(Utf8JsonWriter json, IReadOnlyDictionary<string, double>? metrics)
    {
        if (metrics is null or { Count: 0 })
            return;
        json.WriteStartObject("metrics");
        // What is no number was not measured.
        foreach (var (name, value) in metrics.Where(metric => double.IsFinite(metric.Value)))
            json.WriteNumber(name, value);
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, IReadOnlyList<AgentArtifact>? artifacts)
    {
        if (artifacts is null or { Count: 0 })
            return;
        json.WriteStartArray("artifacts");
        foreach (var artifact in artifacts)
        {
            json.WriteStartObject();
            json.WriteString("name", artifact?.Name ?? "");
            json.WriteString("path", artifact?.Path ?? "");
            json.WriteString("type", artifact?.Type ?? "");
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void Write(Utf8JsonWriter json, AgentError error)
    {
        json.WriteStartObject("error");
        json.WriteString("code", error.Code);
        json.WriteString("message", error.Message);
        json.WriteBoolean("retryable", error.Retryable);
        if (error.RetryAfter is { } wait)
            json.WriteNumber("retryAfterSeconds", wait.TotalSeconds);
        json.WriteEndObject();
    }
}
