using System.Text.Json;
using Monolith.Agents.Contracts;
using Monolith.Agents.Sdk;
using Monolith.Pipelines.Decisions.Clarity;
using Monolith.Pipelines.Decisions.Ruling;
using Monolith.Pipelines.Decisions.Subjects;
using Monolith.Pipelines.Journal;
using Monolith.Pipelines.Journal.Items;

namespace Monolith.Pipelines.Api.People;

/// <summary>A page of decisions, newest first.</summary>
/// <param name="Decisions">At most <c>limit</c> of them.</param>
/// <param name="NextCursor">Give it as <c>cursor</c> for the next page; absent on the last.</param>
internal sealed record DecisionListResponse(IReadOnlyList<DecisionResponse> Decisions, string? NextCursor);

/// <summary>Something that a stage waits for, or waited for.</summary>
/// <param name="Id">UUID.</param>
/// <param name="Status">pending, escalated, approved, rejected, revised, aborted or voided.</param>
/// <param name="RunId">The run.</param>
/// <param name="Pipeline">Its pipeline.</param>
/// <param name="Stage">The stage.</param>
/// <param name="Attempt">The stage's attempt.</param>
/// <param name="Proposal">What is to be decided.</param>
/// <param name="Subject">What an approval is bound to; give its <c>sha256</c> as <c>subject</c> to approve no other.</param>
/// <param name="Ruling">Why a person decides, or why none had to.</param>
/// <param name="Policy">SHA-256 of the policy that ruled.</param>
/// <param name="Route">Who decides, by the policy's name for them; absent when nobody had to.</param>
/// <param name="Approvers">Who may decide now; empty for anybody but whoever started the run.</param>
/// <param name="Quorum">How many must agree.</param>
/// <param name="Votes">Who has approved.</param>
/// <param name="ExpiresAt">UTC; while it is open.</param>
/// <param name="Strategy">How the policy wants a release to go.</param>
/// <param name="Option">What was chosen.</param>
/// <param name="By">Who settled it; absent when the policy or the clock did.</param>
/// <param name="Reason">Why it came out so.</param>
/// <param name="CreatedAt">UTC.</param>
/// <param name="SettledAt">UTC; absent while it is open.</param>
/// <param name="Agent">Who does the stage once it is approved.</param>
/// <param name="Capabilities">What the agent may reach beyond the run's workspace; absent when it may reach nothing, or is not loaded on this host.</param>
internal sealed record DecisionResponse(
    Guid Id,
    string Status,
    Guid RunId,
    string Pipeline,
    string? Stage,
    int Attempt,
    DecisionProposal Proposal,
    DecisionSubject Subject,
    string Ruling,
    string Policy,
    string? Route,
    IReadOnlyList<string> Approvers,
    int Quorum,
    IReadOnlyList<DecisionVoteData> Votes,
    DateTimeOffset? ExpiresAt,
    string? Strategy,
    string? Option,
    string? By,
    string? Reason,
    DateTimeOffset CreatedAt,
    DateTimeOffset? SettledAt,
    string? Agent,
    AgentCapabilities? Capabilities);

/// <summary>A page of clarifications, newest first.</summary>
/// <param name="Clarifications">At most <c>limit</c> of them.</param>
/// <param name="NextCursor">Give it as <c>cursor</c> for the next page; absent on the last.</param>
internal sealed record ClarificationListResponse(IReadOnlyList<ClarificationResponse> Clarifications, string? NextCursor);

/// <summary>What a stage asks, or asked.</summary>
/// <param name="Id">UUID.</param>
/// <param name="Status">pending, answered or expired.</param>
/// <param name="RunId">The run.</param>
/// <param name="Pipeline">Its pipeline.</param>
/// <param name="Stage">The stage.</param>
/// <param name="Attempt">The stage's attempt.</param>
/// <param name="Round">1 to 3.</param>
/// <param name="Questions">What it asks.</param>
/// <param name="Answers">An object by the questions' ids; absent while there are none.</param>
/// <param name="By">Who answered, if they said.</param>
/// <param name="CreatedAt">UTC.</param>
/// <param name="ExpiresAt">UTC; while it is pending.</param>
/// <param name="AnsweredAt">UTC.</param>
internal sealed record ClarificationResponse(
    Guid Id,
    string Status,
    Guid RunId,
    string Pipeline,
    string? Stage,
    int Attempt,
    int Round,
    IReadOnlyList<Question> Questions,
    JsonElement? Answers,
    string? By,
    DateTimeOffset CreatedAt,
    DateTimeOffset? ExpiresAt,
    DateTimeOffset? AnsweredAt);

internal static class PeopleViews
{
    public static DecisionResponse Decision(StoredRunItem stored, IAgentCatalog agents)
    {
        var data = JsonSerializer.Deserialize(stored.Item.Data, JournalJson.Default.DecisionData)!;
        return new DecisionResponse(
            stored.Item.Id, stored.Item.Status, stored.RunId, data.Pipeline, stored.Item.Stage, data.Attempt, data.Proposal, data.Subject, data.Ruling,
            data.Policy, data.Route, data.Approvers, data.Quorum, data.Votes, data.ExpiresAt, data.Strategy, data.Option, data.By, data.Reason,
            stored.Item.CreatedAt, data.SettledAt, data.Agent, data.Agent is null ? null : agents.Find(data.Agent)?.Capabilities);
    }

    public static ClarificationResponse Clarification(StoredRunItem stored)
    {
        var data = JsonSerializer.Deserialize(stored.Item.Data, JournalJson.Default.ClarificationData)!;
        return new ClarificationResponse(
            stored.Item.Id, stored.Item.Status, stored.RunId, data.Pipeline, stored.Item.Stage, data.Attempt, data.Round, data.Questions, data.Answers, data.By,
            stored.Item.CreatedAt, data.ExpiresAt, data.AnsweredAt);
    }
}
