using System.Text.Json;
using Monolith.Pipelines.Decisions.Clarity;
using Monolith.Pipelines.Decisions.Ruling;
using Monolith.Pipelines.Decisions.Subjects;

namespace Monolith.Pipelines.Runs.Commands;

/// <summary>What a person says to a decision.</summary>
/// <param name="Decision">Which.</param>
/// <param name="Verdict">What they want.</param>
/// <param name="By">Who they are.</param>
/// <param name="Reason">Why.</param>
/// <param name="HostId">The host that goes on with the run when no other has it.</param>
/// <param name="HostName">For people.</param>
/// <param name="At">When.</param>
internal sealed record DecideDecision(
    Guid Decision, Verdict Verdict, string By, string? Reason, Guid HostId, string HostName, DateTimeOffset At) : IRunCommand
{
    /// <summary>Of an approval: what is chosen.</summary>
    public string? Option { get; init; }

    /// <summary>The hash of what they saw; null when they do not say.</summary>
    public string? Subject { get; init; }

    /// <summary>Of a revision: what is to be different, an object.</summary>
    public JsonElement? Remark { get; init; }
}

/// <summary>What one can say to a decision.</summary>
internal enum Verdict
{
    Approve,
    Revise,
    Escalate,
    Abort,
}

/// <summary>A person answers a stage's questions.</summary>
internal sealed record AnswerClarification(
    Guid Clarification, JsonElement Answers, string? By, Guid HostId, string HostName, DateTimeOffset At) : IRunCommand;

/// <summary>An attempt wants something decided before it goes on.</summary>
/// <param name="Proposal">What.</param>
/// <param name="Ruling">What the policy says.</param>
/// <param name="Subject">What an approval would be bound to.</param>
internal sealed record AskedDecision(DecisionProposal Proposal, DecisionRuling Ruling, DecisionSubject Subject)
{
    /// <summary>The approval that this takes the place of, and why it does not count; null when there was none.</summary>
    public (Guid Decision, string Reason)? Voids { get; init; }
}

/// <summary>An attempt has questions before it goes on.</summary>
internal sealed record AskedQuestions(IReadOnlyList<Question> Questions, TimeSpan Timeout);
