using System.Globalization;
using Monolith.Pipelines.Decisions.Policy;

namespace Monolith.Pipelines.Decisions.Ruling;

/// <summary>What a policy says of a proposal. Pure.</summary>
internal static class Ruler
{
    private static readonly CategoryRule Unknown = new(AutoApproveAt: 1, AlwaysAsk: true);

    public static DecisionRuling Rule(DecisionPolicy policy, DecisionProposal proposal, DateTimeOffset now)
    {
        var category = policy.Categories.GetValueOrDefault(proposal.Category) ?? Unknown;
        var release = proposal.Environment is null ? null : policy.Release.GetValueOrDefault(proposal.Environment);
        var escalation = policy.Escalation.FirstOrDefault(rule => Fits(rule, proposal));
        var (needsPerson, reason) = NeedsPerson(proposal, category, release, escalation);
        var route = escalation?.Route ?? release?.Route ?? PolicyRules.DefaultRoute;
        return new DecisionRuling(!needsPerson, reason, needsPerson ? [.. Steps(policy, route, release, now)] : [], policy.Hash) { Strategy = release?.Strategy };
    }

    private static (bool NeedsPerson, string Reason) NeedsPerson(
        DecisionProposal proposal, CategoryRule category, ReleaseRule? release, EscalationRule? escalation)
    {
        if (category.AlwaysAsk)
            return (true, $"A person always decides about {proposal.Category}.");
        if (release?.Ask == AskWhen.Always)
            return (true, $"A person always decides about what takes effect in {proposal.Environment}.");
        if (escalation is not null)
            return (true, $"'{escalation.Route}' decides: {Because(escalation)}.");
        if (release?.Ask == AskWhen.Never)
            return (false, $"Nobody is asked about what takes effect in {proposal.Environment}.");
        return proposal.Confidence >= category.AutoApproveAt
            ? (false, string.Create(CultureInfo.InvariantCulture, $"A confidence of {proposal.Confidence:0.00} is enough for {proposal.Category}: {category.AutoApproveAt:0.00}."))
            : (true, string.Create(CultureInfo.InvariantCulture, $"{proposal.Category} wants a confidence of {category.AutoApproveAt:0.00}, and it is {(proposal.Confidence is { } given ? $"{given:0.00}" : "not given")}."));
    }

    private static bool Fits(EscalationRule rule, DecisionProposal proposal) =>
        (rule.Category is null || rule.Category == proposal.Category)
        && (rule.ConfidenceBelow is null || ConfidenceOf(proposal) < rule.ConfidenceBelow)
        && (rule.CostPerMonthAbove is null || proposal.CostPerMonth > rule.CostPerMonthAbove);

    /// <summary>An agent that does not say how sure it is, is not sure. What a definition asks without one is a plain question.</summary>
    private static double? ConfidenceOf(DecisionProposal proposal) => proposal.Confidence ?? (proposal.ByAgent ? 0 : null);

    private static string Because(EscalationRule rule) => string.Join(" and ", new[]
    {
        rule.Category is null ? null : $"it is about {rule.Category}",
        rule.ConfidenceBelow is null ? null : string.Create(CultureInfo.InvariantCulture, $"the confidence is below {rule.ConfidenceBelow:0.00}"),
        rule.CostPerMonthAbove is null ? null : string.Create(CultureInfo.InvariantCulture, $"it costs more than {rule.CostPerMonthAbove:0} a month"),
    }.OfType<string>());

    private static IEnumerable<DecisionStep> Steps(DecisionPolicy policy, string first, ReleaseRule? release, DateTimeOffset now)
    {
        // The policy has no circles; see PolicyRules.
        for (var name = first; name is not null; name = policy.Routes[name].EscalateTo)
        {
            var route = policy.Routes[name];
            yield return new DecisionStep(
                name,
                [.. Approvers(policy, route, now)],
                Math.Max(route.Quorum, release?.Quorum ?? 1),
                route.Timeout ?? policy.DecisionTimeout,
                route.OnTimeout);
        }
    }

    private static IEnumerable<Approver> Approvers(DecisionPolicy policy, RouteRule route, DateTimeOffset now)
    {
        foreach (var person in PolicyRules.PeopleOf(policy, route.Approvers))
        {
            yield return new Approver(person, person);
            foreach (var delegation in policy.Delegations.Where(delegation => delegation.From == person && delegation.Until > now))
                yield return new Approver(delegation.To, person) { Until = delegation.Until };
        }
    }
}
