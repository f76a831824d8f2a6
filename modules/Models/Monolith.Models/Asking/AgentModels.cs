using System.Collections.Concurrent;
using Monolith.Agents.Sdk;
using Monolith.Models.Contracts;
using Monolith.Models.Journal;
using Monolith.Models.Providers;
using Npgsql;

namespace Monolith.Models.Asking;

/// <summary>The models as one execution of one attempt sees them.</summary>
internal sealed class AgentModels(ModelDesk desk, ModelCaller caller) : IAgentModels
{
    private readonly ConcurrentDictionary<string, int> asked = new();

    public async Task<ModelAnswer> AskAsync(ModelRequest request, CancellationToken cancellationToken)
    {
        RequestRules.Check(request);
        try
        {
            return request.Schema is null
                ? await OnceAsync(request, PromptOf(request, request.System), cancellationToken)
                : await StructuredAsync(request, AnswerSchema.Read(request.Schema), cancellationToken);
        }
        catch (ListenerException listener)
        {
            throw listener.InnerException!;
        }
        catch (NpgsqlException fault)
        {
            throw new ModelException(Kernel.ErrorCodes.DatabaseError, $"The call of a model could not be recorded: {fault.Message}", retryable: true);
        }
    }

    private async Task<ModelAnswer> StructuredAsync(ModelRequest request, AnswerSchema schema, CancellationToken cancellationToken)
    {
        var prompt = PromptOf(request, schema.Instruct(request.System));
        var first = await OnceAsync(request, prompt, cancellationToken);
        // A model that asks for a tool has not answered yet.
        if (first.ToolCalls.Count > 0)
            return first;
        var (json, faults) = schema.Look(first);
        if (faults.Count == 0)
            return first with { Json = json };

        var again = prompt.After(ModelMessage.Assistant(first.Text), ModelMessage.User(AnswerSchema.AskAgain(faults)));
        var second = await OnceAsync(request, again, cancellationToken);
        (json, faults) = schema.Look(second);
        if (faults.Count > 0)
            throw new ModelException(AgentErrorCodes.LlmInvalidResponse, $"The answer of {second.Provider} does not fit the schema, also when asked again: {string.Join(' ', faults)}");
        return second with
        {
            Json = json,
            InputTokens = first.InputTokens + second.InputTokens,
            OutputTokens = first.OutputTokens + second.OutputTokens,
            Cost = first.Cost + second.Cost,
            Recorded = first.Recorded && second.Recorded,
        };
    }

    private static Prompt PromptOf(ModelRequest request, string? system) =>
        new(system, request.Messages, request.MaxTokens) { Tools = request.Tools };

    private Task<ModelAnswer> OnceAsync(ModelRequest request, Prompt prompt, CancellationToken cancellationToken)
    {
        var hash = RequestHash.Of(prompt);
        var ordinal = asked.AddOrUpdate(hash, 1, (_, before) => before + 1);
        return desk.AskAsync(prompt, new CallKey(caller, hash, ordinal, request.Purpose), request.OnText, cancellationToken);
    }
}
