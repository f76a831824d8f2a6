using System.Text.Json;
using Monolith.Pipelines.Decisions.Ruling;
using Monolith.Pipelines.Decisions.Subjects;

namespace Monolith.Pipelines.Runs.Events.People;

/// <summary>A stage wants something decided before it goes on.</summary>
/// <param name="Decision">Its id.</param>
/// <param name="Stage">The stage.</param>
/// <param name="Attempt">Its attempt.</param>
/// <param name="Proposal">What is proposed.</param>
/// <param name="Ruling">What the policy says of it, as it was then: later versions of the policy change nothing.</param>
/// <param name="Subject">What an approval is bound to.</param>
/// <param name="At">When.</param>
internal sealed record DecisionRequested(
    Guid Decision, string Stage, int Attempt, DecisionProposal Proposal, DecisionRuling Ruling, DecisionSubject Subject, DateTimeOffset At) : IRunEvent;

/// <summary>Somebody approved; the decision is settled when enough have.</summary>
/// <param name="Decision">Which.</param>
/// <param name="Stage">Its stage.</param>
/// <param name="By">Who did.</param>
/// <param name="For">For whom: another when the approver stands in for somebody.</param>
/// <param name="Option">What was chosen; null when there is nothing to choose.</param>
/// <param name="Reason">Why.</param>
/// <param name="At">When.</param>
internal sealed record DecisionVoteCast(
    Guid Decision, string Stage, string By, string For, string? Option, string? Reason, DateTimeOffset At) : IRunEvent;

/// <summary>Others decide from now on.</summary>
/// <param name="Decision">Which.</param>
/// <param name="Stage">Its stage.</param>
/// <param name="Step">The place in the ruling's steps.</param>
/// <param name="By">Null when nobody decided in time.</param>
/// <param name="Reason">Why.</param>
/// <param name="At">When.</param>
internal sealed record DecisionEscalated(Guid Decision, string Stage, int Step, string? By, string Reason, DateTimeOffset At) : IRunEvent;

/// <summary>It is decided.</summary>
/// <param name="Decision">Which.</param>
/// <param name="Stage">Its stage.</param>
/// <param name="Status">approved, rejected, revised or aborted.</param>
/// <param name="Option">What was chosen.</param>
/// <param name="By">Who settled it; null for the policy.</param>
/// <param name="Reason">Why.</param>
/// <param name="Remark">Of a revision: what is to be different.</param>
/// <param name="At">When.</param>
internal sealed record DecisionSettled(
    Guid Decision, string Stage, DecisionStatus Status, string? Option, string? By, string Reason, JsonElement? Remark, DateTimeOffset At) : IRunEvent;

/// <summary>An approval is worth nothing any more: what it saw has changed.</summary>
/// <param name="Decision">Which.</param>
/// <param name="Stage">Its stage.</param>
/// <param name="Reason">What is different.</param>
/// <param name="Now">What is there now.</param>
/// <param name="At">When.</param>
internal sealed record DecisionVoided(Guid Decision, string Stage, string Reason, DecisionSubject Now, DateTimeOffset At) : IRunEvent;
