using Monolith.Kernel;
using Monolith.Pipelines.Decisions.Ruling;
using Monolith.Pipelines.Journal;
using Monolith.Pipelines.Runs.Commands;
using Monolith.Pipelines.Runs.Events;
using Monolith.Pipelines.Runs.Events.People;
using Monolith.Pipelines.Runs.State;

namespace Monolith.Pipelines.Runs.Deciding.People;

/// <summary>Decisions that a stage waits for: asked, approved by enough people, passed on, settled.</summary>
internal static class Approving
{
    /// <summary>A stage that asks on and on, because each time it is sent back or something changes.</summary>
    private const int MostOfAStage = 20;

    public static void Ask(Decision decision, CompleteStage command, AskedDecision asked)
    {
        var run = decision.Run;
        if (asked.Voids is { } voided)
            decision.Emit(new DecisionVoided(voided.Decision, command.Stage, voided.Reason, asked.Subject, command.At));
        if (run.Decisions.Values.Count(one => one.Stage == command.Stage && one.Attempt == command.Attempt) >= MostOfAStage)
        {
            Fail(decision, command.Stage, $"It asked for a decision {MostOfAStage} times.", command.At);
            return;
        }

        var id = HashedId.Of($"decision/{run.Id}/{run.Decisions.Count}");
        decision.Emit(new DecisionRequested(id, command.Stage, command.Attempt, asked.Proposal, asked.Ruling, asked.Subject, command.At));
        if (asked.Ruling.IsAutomatic)
        {
            decision.Emit(new DecisionSettled(id, command.Stage, DecisionStatus.Approved, asked.Proposal.FirstOption, By: null, asked.Ruling.Reason, Remark: null, command.At));
            Resuming.Go(decision, command.Stage, command.At);
        }
        else
        {
            Block(decision, decision.Run.Decisions[id], command.At);
        }
    }

    public static Problem? Decide(Decision decision, DecideDecision command)
    {
        if (!decision.Run.Decisions.TryGetValue(command.Decision, out var about))
            return new Problem(ErrorCodes.NotFound, $"The run has no decision {command.Decision}.");
        if (Eligibility.Refuse(decision.Run, about, command) is { } refused)
            return refused;
        if (!about.IsOpen)
            return IsRepeated(about, command) ? null : Conflict($"It was {about.Status.ToString().ToLowerInvariant()} before.");
        if (command.Subject is { } seen && seen != about.Subject.Sha256)
            return Conflict($"It is about {about.Subject.Sha256}, not about {seen}. Look at it again.", "subject");
        return command.Verdict switch
        {
            Verdict.Approve => Approve(decision, about, command),
            Verdict.Escalate => Escalate(decision, about, command),
            Verdict.Revise => Settle(decision, about, command, DecisionStatus.Revised),
            _ => Settle(decision, about, command, DecisionStatus.Aborted),
        };
    }

    /// <summary>Nobody decided in time.</summary>
    public static void Expire(Decision decision, Guid id, DateTimeOffset now)
    {
        var about = decision.Run.Decisions[id];
        if (!about.IsOpen)
            return;
        var reason = $"Nobody of '{about.Step!.Route}' decided in time.";
        if (about.Step.OnTimeout == OnTimeout.Escalate && about.NextStep is not null)
        {
            PassOn(decision, about, by: null, reason, now);
            return;
        }

        if (about.Step.OnTimeout != OnTimeout.Approve)
        {
            Reject(decision, about, reason, now);
            return;
        }

        decision.Emit(new DecisionSettled(id, about.Stage, DecisionStatus.Approved, about.Proposal.FirstOption, By: null, reason, Remark: null, now));
        Resuming.Go(decision, about.Stage, now);
    }

    private static Problem? Approve(Decision decision, DecisionState about, DecideDecision command)
    {
        var option = command.Option ?? about.Proposal.FirstOption;
        if (option is not null && !about.Proposal.Options.Contains(option))
        {
            return new Problem(
                ErrorCodes.ValidationError,
                about.Proposal.Options.Count == 0 ? "There is nothing to choose from; leave the option away." : $"'{option}' is none of {string.Join(", ", about.Proposal.Options)}.",
                "option");
        }

        var votes = about.Votes.Where(vote => vote.StepIndex == about.StepIndex).ToList();
        if (votes.Find(vote => vote.By == command.By) is { } earlier)
            return earlier.Option == option ? null : Conflict($"{command.By} approved '{earlier.Option}' before.");
        if (Eligibility.PrincipalOf(decision.Run, about, command.By, command.At) is not { } principal)
            return Conflict($"Everybody that {command.By} can speak for has approved before.");

        decision.Emit(new DecisionVoteCast(about.Id, about.Stage, command.By, principal, option, command.Reason, command.At));
        if (votes.Count(vote => vote.Option == option) + 1 >= about.Step!.Quorum)
        {
            Claim(decision, command);
            decision.Emit(new DecisionSettled(about.Id, about.Stage, DecisionStatus.Approved, option, command.By, command.Reason ?? "Approved.", Remark: null, command.At));
            Resuming.Go(decision, about.Stage, command.At);
        }

        return null;
    }

    private static Problem? Escalate(Decision decision, DecisionState about, DecideDecision command)
    {
        if (about.NextStep is null)
            return Conflict($"Nobody comes after '{about.Step!.Route}'.");
        PassOn(decision, about, command.By, command.Reason ?? "Escalated.", command.At);
        return null;
    }

    private static Problem? Settle(Decision decision, DecisionState about, DecideDecision command, DecisionStatus status)
    {
        Claim(decision, command);
        var reason = command.Reason ?? $"{command.By} gave no reason.";
        decision.Emit(new DecisionSettled(about.Id, about.Stage, status, Option: null, command.By, reason, command.Remark, command.At));
        if (status == DecisionStatus.Revised)
            Resuming.Go(decision, about.Stage, command.At);
        else
            Fail(decision, about.Stage, $"{command.By} said no: {reason}", command.At);
        return null;
    }

    private static void PassOn(Decision decision, DecisionState about, string? by, string reason, DateTimeOffset at)
    {
        decision.Emit(new DecisionEscalated(about.Id, about.Stage, about.StepIndex + 1, by, reason, at));
        Block(decision, decision.Run.Decisions[about.Id], at);
    }

    /// <summary>Who cannot reach the quorum is not waited for: without whoever started the run there may be too few.</summary>
    private static void Block(Decision decision, DecisionState about, DateTimeOffset at)
    {
        var step = about.Step!;
        if (Eligibility.MostVotes(decision.Run, step) is { } most && most < step.Quorum)
        {
            var reason = $"{step.Quorum} of '{step.Route}' must agree, and without whoever started the run there {(most == 1 ? "is" : "are")} {most}.";
            if (about.NextStep is not null)
                PassOn(decision, about, by: null, reason, at);
            else
                Reject(decision, about, reason, at);
            return;
        }

        decision.Emit(new StageBlocked(about.Stage, about.Attempt, BlockedOn.Decision, about.Id.ToString(), at + step.Timeout, at));
    }

    private static void Reject(Decision decision, DecisionState about, string reason, DateTimeOffset at)
    {
        decision.Emit(new DecisionSettled(about.Id, about.Stage, DecisionStatus.Rejected, Option: null, By: null, reason, Remark: null, at));
        Fail(decision, about.Stage, reason, at);
    }

    private static void Fail(Decision decision, string stage, string message, DateTimeOffset at)
    {
        var index = decision.Run.IndexOf(stage);
        decision.Emit(new StageFailed(stage, decision.Run.Stages[index].Attempt, ErrorCodes.DecisionRejected, message, null, null, null, at));
        Advancing.After(decision, index, at);
    }

    /// <summary>The same person saying the same again.</summary>
    private static bool IsRepeated(DecisionState about, DecideDecision command) => command.Verdict switch
    {
        Verdict.Approve => about.Status == DecisionStatus.Approved && about.Votes.Any(vote => vote.By == command.By),
        Verdict.Revise => about.Status == DecisionStatus.Revised && about.By == command.By,
        Verdict.Abort => about.Status == DecisionStatus.Aborted && about.By == command.By,
        _ => false,
    };

    private static void Claim(Decision decision, DecideDecision command)
    {
        if (decision.Run.Running == 0)
            Claiming.Take(decision, command.HostId, command.HostName, command.At);
    }

    private static Problem Conflict(string message, string? path = null) => new(ErrorCodes.Conflict, message, path);
}
