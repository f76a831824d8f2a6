using Monolith.Kernel;
using Monolith.Pipelines.Runs.Commands;
using Monolith.Pipelines.Runs.State;

namespace Monolith.Pipelines.Runs.Deciding.People;

/// <summary>Who may say something to a decision.</summary>
internal static class Eligibility
{
    public static Problem? Refuse(RunState run, DecisionState about, DecideDecision command)
    {
        if (command.By == run.Origin?.UserId)
            return new Problem(ErrorCodes.Forbidden, $"{command.By} started the run, and nobody decides about their own.");
        if (about.Step is { Approvers: { Count: > 0 } approvers } step && approvers.All(approver => approver.Person != command.By))
            return new Problem(ErrorCodes.Forbidden, $"{command.By} is none of those who decide for '{step.Route}': {string.Join(", ", approvers.Select(approver => approver.Person).Distinct())}.");
        return null;
    }

    /// <returns>For whom the person approves: themselves, or somebody they stand in for; null when each of those has approved.</returns>
    public static string? PrincipalOf(DecisionState about, string person)
    {
        var approvers = about.Step!.Approvers;
        var taken = about.Votes.Where(vote => vote.StepIndex == about.StepIndex).Select(vote => vote.For).ToHashSet();
        return approvers.Count == 0
            ? person
            : approvers.Where(approver => approver.Person == person)
                .OrderByDescending(approver => approver.For == person)
                .Select(approver => approver.For)
                .FirstOrDefault(principal => !taken.Contains(principal));
    }
}
