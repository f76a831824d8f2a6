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
        else if (messages.Any(message => string.IsNullOrWhiteSpace(message?.Text)))
            yield return "Messages: none may be empty.";
        else if (messages[^1].Role != ModelRole.User)
            yield return "Messages: the last one has to be the user's.";
        if (request.MaxTokens is < 1 or > MostTokens)
            yield return $"MaxTokens: {request.MaxTokens} is not from 1 to {MostTokens}.";
        if (request.Schema is { } schema && AnswerSchema.Fault(schema) is { } fault)
            yield return $"Schema: {fault}";
    }
}
