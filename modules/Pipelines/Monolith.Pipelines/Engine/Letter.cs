using Monolith.Kernel;
using Monolith.Pipelines.Journal;
using Monolith.Pipelines.Runs.Commands;
using Monolith.Pipelines.Runs.Deciding;
using Monolith.Pipelines.Runs.State;

namespace Monolith.Pipelines.Engine;

/// <summary>What lies in a run's mailbox: a command and who waits for its answer; without a command, a reason to look.</summary>
internal sealed record Letter(IRunCommand? Command)
{
    private Problem? refusal;

    public bool Reread { get; init; }

    public TaskCompletionSource<Result<RunState>> Answer { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>The end of an attempt is told in any case: as a failure when what it brought cannot be kept.</summary>
    public Letter? InPlaceOf(JournalRefusedException refused) =>
        Command is CompleteStage completed && completed.Outcome.Error?.Code != ErrorCodes.ContractValidationFailed
            ? this with
            {
                Command = completed with
                {
                    Outcome = AttemptOutcome.Failure(ErrorCodes.ContractValidationFailed, $"The agent's result cannot be kept. {refused.Message}"),
                },
            }
            : null;

    public Result<Decision> Decide(RunState run)
    {
        var decided = Command is null ? new Decision(run) : run.Decide(Command);
        refusal = decided.IsSuccess ? null : decided.Problems[0];
        return decided;
    }

    public void Settle(RunState run) => Answer.TrySetResult(refusal is null ? run : refusal);
}
