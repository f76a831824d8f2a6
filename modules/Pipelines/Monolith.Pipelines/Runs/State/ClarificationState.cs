using System.Text.Json;
using Monolith.Pipelines.Decisions.Clarity;

namespace Monolith.Pipelines.Runs.State;

/// <summary>What a stage asked.</summary>
internal sealed record ClarificationState(
    Guid Id, string Stage, int Attempt, int Round, IReadOnlyList<Question> Questions, DateTimeOffset RequestedAt)
{
    /// <summary>An object by the questions' ids; null while there are none.</summary>
    public JsonElement? Answers { get; init; }

    public string? By { get; init; }

    public DateTimeOffset? AnsweredAt { get; init; }

    /// <summary>Whether the run ended, or the time was up, before it was answered.</summary>
    public bool IsExpired { get; init; }

    public bool IsOpen => Answers is null && !IsExpired;
}
