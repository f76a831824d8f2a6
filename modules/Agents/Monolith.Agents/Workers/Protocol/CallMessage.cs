using System.Text.Json;
using Monolith.Agents.Contracts;
using Monolith.Agents.Sdk;

namespace Monolith.Agents.Workers.Protocol;

/// <summary><c>call</c>: what the agent sees of one attempt.</summary>
internal static class CallMessage
{
    public static void Write(Utf8JsonWriter json, (long Id, AgentCall Call) message)
    {
        var call = message.Call;
        json.WriteNumber("call"u8, message.Id);
        json.WriteString("agent"u8, call.Agent);
        json.WriteString("action"u8, call.Action);
        json.WriteString("runId"u8, call.RunId);
        json.WriteString("stageId"u8, call.StageId);
        json.WriteNumber("attempt"u8, call.Attempt);
        json.WriteString("idempotencyKey"u8, call.IdempotencyKey);
        Write(json, "parameters", call.Parameters);
        Write(json, "inputs", call.Inputs);
        json.WriteString("workspace"u8, call.Workspace);
        Write(json, "environment", call.Environment);
        Write(json, "secrets", call.Secrets);
        if (call.Answers is { } answers)
            Write(json, "answers", answers);
        if (call.Decision is { } decision)
            Write(json, decision);
        if (call.TraceParent is { } trace)
            json.WriteString("traceParent"u8, trace);
    }

    /// <returns>What can be read of it; the log goes nowhere.</returns>
    public static AgentCall Read(JsonElement message) => new()
    {
        Agent = Wire.Text(message, "agent"),
        Action = Wire.Text(message, "action"),
        RunId = Wire.Text(message, "runId"),
        StageId = Wire.Text(message, "stageId"),
        Attempt = (int)Wire.Number(message, "attempt"),
        IdempotencyKey = Wire.Text(message, "idempotencyKey"),
        Parameters = Kept(message, "parameters"),
        Inputs = Kept(message, "inputs"),
        Workspace = Wire.Text(message, "workspace"),
        Environment = Wire.Map(message, "environment"),
        Secrets = Wire.Map(message, "secrets"),
        Answers = Wire.Find(message, "answers")?.Clone(),
        Decision = Wire.Find(message, "decision") is { } decision ? Decision(decision) : null,
        TraceParent = Wire.OptionalText(message, "traceParent"),
        Log = (_, _) => { },
    };

    private static JsonElement Kept(JsonElement message, string name) =>
        message.TryGetProperty(name, out var found) ? found.Clone() : throw new WireException($"sent no '{name}'");

    private static void Write(Utf8JsonWriter json, string name, JsonElement value)
    {
        json.WritePropertyName(name);
        value.WriteTo(json);
    }

    private static void Write(Utf8JsonWriter json, string name, IReadOnlyDictionary<string, string> map)
    {
        json.WriteStartObject(name);
        foreach (var (key, value) in map)
            json.WriteString(key, value);
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, AgentApproval decision)
    {
        json.WriteStartObject("decision");
        json.WriteString("id", decision.Id);
        json.WriteBoolean("isRevision", decision.IsRevision);
        json.WriteString("option", decision.Option);
        json.WriteStartArray("by");
        foreach (var person in decision.By)
            json.WriteStringValue(person);
        json.WriteEndArray();
        json.WriteString("reason", decision.Reason);
        if (decision.Remark is { } remark)
            Write(json, "remark", remark);
        json.WriteEndObject();
    }

    private static AgentApproval Decision(JsonElement decision) => new(
        Wire.Text(decision, "id"),
        Wire.Flag(decision, "isRevision"),
        Wire.OptionalText(decision, "option"),
        Wire.Texts(decision, "by"),
        Wire.Text(decision, "reason"),
        Wire.Find(decision, "remark")?.Clone());
}
