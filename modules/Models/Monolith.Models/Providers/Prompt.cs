using Monolith.Agents.Sdk;

namespace Monolith.Models.Providers;

/// <summary>What is sent, whoever it is sent to.</summary>
internal sealed record Prompt(string? System, IReadOnlyList<ModelMessage> Messages, int MaxTokens)
{
    public IReadOnlyList<ModelTool> Tools { get; init; } = [];

    public Prompt After(params ReadOnlySpan<ModelMessage> more) => this with { Messages = [.. Messages, .. more] };
}
