using System.Text.Json;
using Monolith.Kernel;
using Monolith.Pipelines.Contracts;
using Monolith.Pipelines.Journal;
using Monolith.Pipelines.Runs.Commands;
using Monolith.Pipelines.Runs.Events;
using Monolith.Pipelines.Runs.Events.People;
using Monolith.Pipelines.Runs.State;

namespace Monolith.Pipelines.Runs.Deciding.People;

/// <summary>Questions that a stage waits for the answers to.</summary>
internal static class Clarifying
{
    /// <summary>After that a person and a machine do not understand each other.</summary>
    public const int MostRounds = 3;

    public static void Ask(Decision decision, CompleteStage command, AskedQuestions asked)
    {
        var run = decision.Run;
        var index = run.IndexOf(command.Stage);
        var round = run.Stages[index].ClarificationRounds + 1;
        if (round > MostRounds)
        {
            var message = $"It still has questions after {MostRounds} rounds: {string.Join(' ', asked.Questions.Select(question => question.Text))}";
            decision.Emit(new StageFailed(command.Stage, command.Attempt, ErrorCodes.ClarificationFailed, message, null, null, null, command.At));
            Advancing.After(decision, index, command.At);
            return;
        }

        var id = HashedId.Of($"clarification/{run.Id}/{run.Clarifications.Count}");
        decision.Emit(new ClarificationRequested(id, command.Stage, command.Attempt, round, asked.Questions, command.At));
        decision.Emit(new StageBlocked(command.Stage, command.Attempt, BlockedOn.Clarification, id.ToString(), command.At + asked.Timeout, command.At));
    }

    /// <summary>The first answers count: the same again change nothing, others are refused.</summary>
    public static Problem? Answer(Decision decision, AnswerClarification command)
    {
        if (!decision.Run.Clarifications.TryGetValue(command.Clarification, out var about))
            return new Problem(ErrorCodes.NotFound, $"The run has no clarification {command.Clarification}.");
        if (about.Answers is { } known)
            return JsonElement.DeepEquals(known, command.Answers) ? null : new Problem(ErrorCodes.Conflict, "It was answered before, otherwise.");
        if (!about.IsOpen || !IsBlocked(decision.Run, about))
            return new Problem(ErrorCodes.Conflict, "Nobody waits for the answers any more.");

        if (decision.Run.Running == 0)
            Claiming.Take(decision, command.HostId, command.HostName, command.At);
        decision.Emit(new ClarificationAnswered(about.Id, about.Stage, command.Answers, command.By, command.At));
        Resuming.Go(decision, about.Stage, command.At);
        return null;
    }

    private static bool IsBlocked(RunState run, ClarificationState about) =>
        run.Stages[run.IndexOf(about.Stage)] is { Status: StageStatus.Blocked, Blocked: { On: BlockedOn.Clarification } blocked } && blocked.Name == about.Id.ToString();
}
