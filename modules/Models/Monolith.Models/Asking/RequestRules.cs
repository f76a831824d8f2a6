using System.Text.Json;
using Monolith.Agents.Sdk;

namespace Monolith.Models.Asking;

/// <summary>What is wrong with a request, all of it, before anybody is asked.</summary>
internal static class RequestRules
{
    private const int MostTokens = 200_000;

    /// <exception cref="ModelException">TASK_VALIDATION_FAILED.</exception>
    public static void Check(ModelRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        var faults = Faults(request).ToList();
        if (faults.Count > 0)
            throw new ModelException(AgentErrorCodes.TaskValidationFailed, $"The request to a model is wrong. {string.Join(' ', faults)}");
    }

    private static IEnumerable<string> Faults(ModelRequest request)
    {
        if (request.Messages is not { Count: > 0 } messages)
            yield return "Messages: give at least one.";
        else if (messages.Any(message => message is null || (string.IsNullOrWhiteSpace(message.Text) && message.ToolCalls.Count == 0)))
            yield return "Messages: none may be empty.";
        else if (messages.Any(message => message.Role == ModelRole.Tool != message.ToolCallId is not null))
            yield return "Messages: those of tools, and no others, say of which call they are the result.";
        else if (messages.SelectMany(message => message.ToolCalls).Any(call => call.Arguments.ValueKind != JsonValueKind.Object))
            yield return "Messages: the arguments of a tool have to be a JSON object.";
        else if (messages[^1].Role == ModelRole.Assistant)
            yield return "Messages: the last one has to be the user's or a tool's.";
        if (request.MaxTokens is < 1 or > MostTokens)
            yield return $"MaxTokens: {request.MaxTokens} is not from 1 to {MostTokens}.";
        if (request.Schema is { } schema && AnswerSchema.Fault(schema) is { } fault)
            yield return $"Schema: {fault}";
        foreach (var tool in ToolRules.Faults(request.Tools ?? []))
            yield return tool;
    }
}
