using Monolith.Kernel;
using Monolith.Pipelines.Runs.Commands;
using Monolith.Pipelines.Runs.Deciding.People;
using Monolith.Pipelines.Runs.State;

namespace Monolith.Pipelines.Runs.Deciding;

/// <summary>
/// The one place where a run's next events are decided: a pure function of state and command. A command the state does
/// not allow gives a problem; one that changes nothing gives a decision without events, so that each may be repeated.
/// </summary>
internal static class RunDecider
{
    public static Result<Decision> Decide(this RunState run, IRunCommand command)
    {
        var decision = new Decision(run);
        var refusal = command switch
        {
            ClaimRun c => Claiming.Claim(decision, c),
            InterruptRun c => Claiming.Interrupt(decision, c),
            CompleteStage c => Completing.Complete(decision, c),
            PassTime c => Timing.Pass(decision, c.At),
            PauseRun c => Controlling.Pause(decision, c),
            ResumeRun c => Controlling.Resume(decision, c),
            CancelRun c => Controlling.Cancel(decision, c),
            SignalRun c => Waiting.Signal(decision, c),
            EndChild c => Waiting.EndChild(decision, c),
            RetryRun c => Retrying.Retry(decision, c),
            DecideDecision c => Approving.Decide(decision, c),
            AnswerClarification c => Clarifying.Answer(decision, c),
            _ => throw new NotSupportedException($"No rule for the command {command.GetType().Name}."),
        };
        return refusal is null ? decision : refusal;
    }
}
