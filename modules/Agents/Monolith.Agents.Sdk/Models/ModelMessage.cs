namespace Monolith.Agents.Sdk;

/// <summary>One turn of a conversation.</summary>
/// <param name="Role">Who says it.</param>
/// <param name="Text">What is said.</param>
public sealed record ModelMessage(ModelRole Role, string Text)
{
    /// <summary>Tools the model asked for, of an answer of its; empty otherwise.</summary>
    public IReadOnlyList<ModelToolCall> ToolCalls { get; init; } = [];

    /// <summary>Which call of a tool this is the result of; null for any other message.</summary>
    public string? ToolCallId { get; init; }

    /// <summary>Said by whoever asks.</summary>
    public static ModelMessage User(string text) => new(ModelRole.User, text);

    /// <summary>Said by the model, earlier.</summary>
    public static ModelMessage Assistant(string text) => new(ModelRole.Assistant, text);

    /// <summary>An earlier answer of the model's, with the tools it asked for.</summary>
    public static ModelMessage Assistant(ModelAnswer answer) => new(ModelRole.Assistant, answer.Text) { ToolCalls = answer.ToolCalls };

    /// <summary>What came of a tool that the model asked for.</summary>
    public static ModelMessage ToolResult(ModelToolCall call, string text) => new(ModelRole.Tool, text) { ToolCallId = call.Id };
}

/// <summary>Who speaks.</summary>
public enum ModelRole
{
    /// <summary>Whoever asks.</summary>
    User,

    /// <summary>The model.</summary>
    Assistant,

    /// <summary>A tool that the model asked for.</summary>
    Tool,
}
