namespace Monolith.Agents.Testing;

/// <summary>One answer, and what it answers.</summary>
/// <param name="Question">The text of the request's last message.</param>
/// <param name="Text">The answer's text.</param>
public sealed record RecordedAnswer(string Question, string Text)
{
    /// <summary>Tools that the model asked for.</summary>
    public IReadOnlyList<ModelToolCall> ToolCalls { get; init; } = [];

    /// <summary>It stopped at the longest answer.</summary>
    public bool Truncated { get; init; }

    /// <summary>Who answered.</summary>
    public string Provider { get; init; } = "recorded";

    /// <summary>The model's name.</summary>
    public string Model { get; init; } = "recorded";

    internal static RecordedAnswer Of(ModelRequest request, ModelAnswer answer) => new(request.Messages[^1].Text, answer.Text)
    {
        ToolCalls = answer.ToolCalls,
        Truncated = answer.Truncated,
        Provider = answer.Provider,
        Model = answer.Model,
    };

    internal ModelAnswer AnswerTo(ModelRequest request) => request.Messages[^1].Text == Question
        ? new(Text) { ToolCalls = ToolCalls, Truncated = Truncated, Provider = Provider, Model = Model, Recorded = true }
        : throw new AgentAssertionException($"The recording answers '{Question}', but the agent asks '{request.Messages[^1].Text}'. Record it anew.");
}
