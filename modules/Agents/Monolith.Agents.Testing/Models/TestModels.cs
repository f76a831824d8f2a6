using System.Collections.Concurrent;
using System.Text.Json;

namespace Monolith.Agents.Testing;

/// <summary>A language model that answers what a test says, in order.</summary>
public sealed class TestModels : IAgentModels
{
    private readonly ConcurrentQueue<Func<ModelRequest, ModelAnswer>> answers = new();
    private readonly ConcurrentQueue<ModelRequest> requests = new();

    /// <summary>What was asked, in order.</summary>
    public IReadOnlyList<ModelRequest> Requests => [.. requests];

    /// <summary>The next answer is this text.</summary>
    public TestModels Answer(string text) => Answer(_ => TextAnswer(text));

    /// <summary>The next answer asks for a tool.</summary>
    /// <param name="tool">The tool's name.</param>
    /// <param name="arguments">A JSON object.</param>
    public TestModels CallTool(string tool, string arguments)
    {
        var call = new ModelToolCall($"call-{answers.Count + 1}", tool, JsonElement.Parse(arguments));
        return Answer(_ => TextAnswer("") with { ToolCalls = [call] });
    }

    /// <summary>The next answer is made from its question. It may throw <see cref="ModelException"/>.</summary>
    public TestModels Answer(Func<ModelRequest, ModelAnswer> answer)
    {
        answers.Enqueue(answer);
        return this;
    }

    /// <summary>The next answers are those of a recording, each to the question it was recorded with.</summary>
    public TestModels Play(ModelRecording recording)
    {
        foreach (var recorded in recording.Answers)
            answers.Enqueue(recorded.AnswerTo);
        return this;
    }

    /// <summary>An answer with this text, for <see cref="Answer(Func{ModelRequest, ModelAnswer})"/>.</summary>
    public static ModelAnswer TextAnswer(string text) => new(text) { Provider = "test", Model = "test" };

    /// <inheritdoc/>
    public Task<ModelAnswer> AskAsync(ModelRequest request, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        requests.Enqueue(request);
        if (!answers.TryDequeue(out var answer))
            throw new ModelException(AgentErrorCodes.LlmApiError, $"The test has no answer for question {requests.Count}: {request.Messages[^1].Text}");
        var given = answer(request);
        request.OnText?.Invoke(given.Text);
        return Task.FromResult(request.Schema is null || given.Json is not null ? given : given with { Json = JsonOf(given.Text) });
    }

    private static JsonElement JsonOf(string text)
    {
        try
        {
            return JsonElement.Parse(text);
        }
        catch (JsonException fault)
        {
            throw new ModelException(AgentErrorCodes.LlmInvalidResponse, $"The answer is no JSON: {fault.Message}");
        }
    }
}
