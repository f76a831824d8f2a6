using Monolith.Kernel;
using Monolith.Pipelines.Runs.Commands;
using Monolith.Pipelines.Runs.State;

namespace Monolith.Pipelines.Runs.Deciding.People;

/// <summary>Who may say something to a decision.</summary>
internal static class Eligibility
{
    public static Problem? Refuse(RunState run, DecisionState about, DecideDecision command)
    {
        if (IsStarter(run, command.By))
            return new Problem(ErrorCodes.Forbidden, $"{command.By} started the run, and nobody decides about their own.");
        if (about.Step is not { Approvers: { Count: > 0 } approvers } step)
            return null;

        // Nor does anybody for whoever started it.
        var others = approvers.Where(approver => !IsStarter(run, approver.For) && !IsStarter(run, approver.Person)).Select(approver => approver.Person).Distinct().ToList();
        return others.Contains(command.By)
            ? null
            : new Problem(ErrorCodes.Forbidden, $"{command.By} is none of those who decide for '{step.Route}': {string.Join(", ", others)}.");
    }

    /// <returns>For whom the person approves: themselves, or somebody they stand in for; null when each of those has approved.</returns>
    public static string? PrincipalOf(RunState run, DecisionState about, string person)
    {
        var approvers = about.Step!.Approvers;
        var taken = about.Votes.Where(vote => vote.StepIndex == about.StepIndex).Select(vote => vote.For).ToHashSet();
        return approvers.Count == 0
            ? person
            : approvers.Where(approver => approver.Person == person && !IsStarter(run, approver.For))
                .OrderByDescending(approver => approver.For == person)
                .Select(approver => approver.For)
                .FirstOrDefault(principal => !taken.Contains(principal));
    }

    private static bool IsStarter(RunState run, string person) => person == run.Origin?.UserId;
}
