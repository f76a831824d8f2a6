using System.Text.Json;

namespace Monolith.Agents.Sdk;

/// <summary>What a model answered.</summary>
/// <param name="Text">The text as it came.</param>
public sealed record ModelAnswer(string Text)
{
    /// <summary>The value in the text, which fits the request's schema; null when the request has none.</summary>
    public JsonElement? Json { get; init; }

    /// <summary>
    /// Tools the model asks for before it goes on; empty when it is done. Ask again with <see cref="ModelMessage.Assistant(ModelAnswer)"/>
    /// and a <see cref="ModelMessage.ToolResult"/> for each of them.
    /// </summary>
    public IReadOnlyList<ModelToolCall> ToolCalls { get; init; } = [];

    /// <summary>The model reached the longest answer and stopped there.</summary>
    public bool Truncated { get; init; }

    /// <summary>The provider's name in the host's configuration.</summary>
    public required string Provider { get; init; }

    /// <summary>The model's name, as the provider calls it.</summary>
    public required string Model { get; init; }

    /// <summary>Tokens of the question, as the provider counted them; 0 for a recorded answer.</summary>
    public long InputTokens { get; init; }

    /// <summary>Tokens of the answer, as the provider counted them; 0 for a recorded answer.</summary>
    public long OutputTokens { get; init; }

    /// <summary>US dollars by the configured prices; 0 for a recorded answer.</summary>
    public decimal Cost { get; init; }

    /// <summary>It came from the journal: nobody was asked and nothing was spent.</summary>
    public bool Recorded { get; init; }
}
