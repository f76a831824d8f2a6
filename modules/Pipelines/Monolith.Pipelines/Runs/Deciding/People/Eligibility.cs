using Monolith.Kernel;
using Monolith.Pipelines.Decisions.Ruling;
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
        var others = Others(run, approvers).ToList();
        if (others.Exists(approver => approver.Person == command.By && approver.IsEntitled(command.At)))
            return null;
        if (others.Find(approver => approver.Person == command.By) is { } former)
            return new Problem(ErrorCodes.Forbidden, $"{command.By} stood in for {former.For} until {former.Until:u}.");
        return new Problem(ErrorCodes.Forbidden, $"{command.By} is none of those who decide for '{step.Route}': {string.Join(", ", others.Select(approver => approver.Person).Distinct())}.");
    }

    /// <returns>For whom the person approves: themselves, or somebody they stand in for; null when each of those has approved.</returns>
    public static string? PrincipalOf(RunState run, DecisionState about, string person, DateTimeOffset now)
    {
        var approvers = about.Step!.Approvers;
        var taken = about.Votes.Where(vote => vote.StepIndex == about.StepIndex).Select(vote => vote.For).ToHashSet();
        return approvers.Count == 0
            ? person
            : approvers.Where(approver => approver.Person == person && !IsStarter(run, approver.For) && approver.IsEntitled(now))
                .OrderByDescending(approver => approver.For == person)
                .Select(approver => approver.For)
                .FirstOrDefault(principal => !taken.Contains(principal));
    }

    /// <returns>How many can agree at most, whoever stands in for whom; null when anybody may.</returns>
    public static int? MostVotes(RunState run, DecisionStep step) =>
        step.Approvers.Count == 0 ? null : Others(run, step.Approvers).Select(approver => approver.For).Distinct().Count();

    private static IEnumerable<Approver> Others(RunState run, IEnumerable<Approver> approvers) =>
        approvers.Where(approver => !IsStarter(run, approver.For) && !IsStarter(run, approver.Person));

    private static bool IsStarter(RunState run, string person) => person == run.Origin?.UserId;
}
