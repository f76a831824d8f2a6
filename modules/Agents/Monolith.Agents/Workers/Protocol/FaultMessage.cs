using System.Text.Json;
using Monolith.Agents.Invocation;
using Monolith.Agents.Loading;
using Monolith.Agents.Sdk;

namespace Monolith.Agents.Workers.Protocol;

/// <summary>Exceptions: of an agent in <c>result</c>, of what an agent asked the host for in <c>reply</c>.</summary>
internal static class FaultMessage
{
    private const string Program = "PROGRAM_NOT_STARTED";
    private const string Cancelled = "CANCELLED";

    public static void Write(Utf8JsonWriter json, (long Call, Exception Fault) message)
    {
        var (code, retryable) = AgentFault.Classify(message.Fault);
        json.WriteNumber("call", message.Call);
        json.WriteStartObject("exception");
        json.WriteString("code", code);
        json.WriteString("message", AgentFault.Describe(message.Fault));
        json.WriteBoolean("retryable", retryable);
        json.WriteString("details", PluginException.Details(message.Fault));
        json.WriteEndObject();
    }

    /// <returns>Null when the result is no exception.</returns>
    public static WorkerException? Read(JsonElement result) => Wire.Find(result, "exception") is not { } fault
        ? null
        : new WorkerException(Wire.OptionalText(fault, "code") ?? AgentErrorCodes.TaskExecutionFailed, Wire.Text(fault, "message"), Wire.Flag(fault, "retryable"))
        {
            Details = Wire.OptionalText(fault, "details") ?? "",
        };

    /// <summary>The error of a reply.</summary>
    public static void WriteError(Utf8JsonWriter json, Exception fault)
    {
        var (code, retryable) = fault switch
        {
            ModelException model => (model.Code, model.Retryable),
            ProgramStartException => (Program, false),
            OperationCanceledException => (Cancelled, false),
            _ => (AgentErrorCodes.TaskExecutionFailed, false),
        };
        json.WriteStartObject("error");
        json.WriteString("code", code);
        json.WriteString("message", fault.Message);
        json.WriteBoolean("retryable", retryable);
        json.WriteEndObject();
    }

    /// <returns>What the agent would have seen in the host.</returns>
    public static Exception Error(JsonElement error)
    {
        var message = Wire.Text(error, "message");
        return Wire.Text(error, "code") switch
        {
            Program => new ProgramStartException(message),
            Cancelled => new OperationCanceledException(message),
            AgentErrorCodes.TaskExecutionFailed => new InvalidOperationException(message),
            var code => new ModelException(code, message, Wire.Flag(error, "retryable")),
        };
    }
}
