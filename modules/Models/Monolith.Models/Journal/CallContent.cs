using Monolith.Agents.Sdk;
using Monolith.Models.Providers;

namespace Monolith.Models.Journal;

/// <summary>What was said, as it is stored.</summary>
internal sealed record CallContent(Prompt Prompt, string Text, bool Truncated, IReadOnlyList<ModelToolCall> ToolCalls);
