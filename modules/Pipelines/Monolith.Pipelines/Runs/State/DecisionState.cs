using System.Collections.Immutable;
using System.Text.Json;
using Monolith.Pipelines.Decisions.Ruling;
using Monolith.Pipelines.Decisions.Subjects;

namespace Monolith.Pipelines.Runs.State;

/// <summary>A decision of a run, as its events tell it.</summary>
internal sealed record DecisionState(
    Guid Id, string Stage, int Attempt, DecisionProposal Proposal, DecisionRuling Ruling, DecisionSubject Subject, DateTimeOffset RequestedAt)
{
    public DecisionStatus Status { get; init; }

    /// <summary>Which of the ruling's steps has it.</summary>
    public int StepIndex { get; init; }

    public ImmutableArray<DecisionVote> Votes { get; init; } = [];

    public string? Option { get; init; }

    /// <summary>Who settled it; null while nobody has, and for the policy.</summary>
    public string? By { get; init; }

    public string? Reason { get; init; }

    /// <summary>Of a revision: what is to be different.</summary>
    public JsonElement? Remark { get; init; }

    public DateTimeOffset? SettledAt { get; init; }

    public bool IsOpen => Status is DecisionStatus.Pending or DecisionStatus.Escalated;

    public DecisionStep? Step => StepIndex < Ruling.Steps.Count ? Ruling.Steps[StepIndex] : null;

    public DecisionStep? NextStep => StepIndex + 1 < Ruling.Steps.Count ? Ruling.Steps[StepIndex + 1] : null;
}

/// <summary>Somebody's approval.</summary>
internal sealed record DecisionVote(string By, string For, string? Option, string? Reason, int StepIndex, DateTimeOffset At);
