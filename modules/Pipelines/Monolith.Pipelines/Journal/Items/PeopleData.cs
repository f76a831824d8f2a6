using Monolith.Pipelines.Decisions.Clarity;
using Monolith.Pipelines.Decisions.Ruling;
using Monolith.Pipelines.Decisions.Subjects;

namespace Monolith.Pipelines.Journal.Items;

/// <summary>What the list of decisions tells of one.</summary>
internal sealed record DecisionData(string Pipeline, int Attempt, DecisionProposal Proposal, DecisionSubject Subject, string Policy, string Ruling)
{
    /// <summary>Who does the stage; null in decisions of earlier versions.</summary>
    public string? Agent { get; init; }

    /// <summary>Who may decide now; empty for anybody.</summary>
    public IReadOnlyList<string> Approvers { get; init; } = [];

    public string? Route { get; init; }

    public int Quorum { get; init; }

    public IReadOnlyList<DecisionVoteData> Votes { get; init; } = [];

    public DateTimeOffset? ExpiresAt { get; init; }

    public string? Strategy { get; init; }

    public string? Option { get; init; }

    public string? By { get; init; }

    public string? Reason { get; init; }

    public DateTimeOffset? SettledAt { get; init; }
}

/// <summary>Somebody's approval.</summary>
internal sealed record DecisionVoteData(string By, string For, string? Option, string? Reason, DateTimeOffset At);

/// <summary>What the list of clarifications tells of one.</summary>
internal sealed record ClarificationData(string Pipeline, int Attempt, int Round, IReadOnlyList<Question> Questions)
{
    public System.Text.Json.JsonElement? Answers { get; init; }

    public string? By { get; init; }

    public DateTimeOffset? AnsweredAt { get; init; }

    public DateTimeOffset? ExpiresAt { get; init; }
}
