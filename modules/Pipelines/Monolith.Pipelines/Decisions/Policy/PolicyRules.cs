using Monolith.Pipelines.Decisions.Ruling;
using Monolith.Pipelines.Definitions.Binding;

namespace Monolith.Pipelines.Decisions.Policy;

/// <summary>What one part of a policy says of another is there.</summary>
internal static class PolicyRules
{
    public const string DefaultRoute = "default";

    private const string RolePrefix = "role:";

    public static void Check(DecisionPolicy policy, ProblemList problems)
    {
        if (policy.Categories.Count == 0)
            problems.Add("categories", "Give at least one category.");
        if (!policy.Routes.ContainsKey(DefaultRoute))
            problems.Add("routes", $"Give the route '{DefaultRoute}', for whatever nothing else fits.");
        for (var i = 0; i < policy.Escalation.Count; i++)
        {
            Known(policy.Routes.Keys, policy.Escalation[i].Route, "route", $"escalation[{i}].route", problems);
            if (policy.Escalation[i].Category is { } category)
                Known(policy.Categories.Keys, category, "category", $"escalation[{i}].category", problems);
        }

        foreach (var (name, release) in policy.Release)
        {
            if (release.Route is { } route)
                Known(policy.Routes.Keys, route, "route", $"release.{name}.route", problems);
            if (release.Quorum is { } quorum)
                CheckQuorum(policy, name, quorum, problems);
        }

        foreach (var (name, route) in policy.Routes)
            Check(policy, name, route, problems);
    }

    /// <returns>The people that approvers stand for, roles resolved.</returns>
    public static IEnumerable<string> PeopleOf(DecisionPolicy policy, IEnumerable<string> approvers) => approvers
        .SelectMany(approver => RoleOf(approver) is { } role ? policy.Roles.GetValueOrDefault(role) ?? [] : [approver])
        .Distinct();

    private static void Check(DecisionPolicy policy, string name, RouteRule route, ProblemList problems)
    {
        foreach (var (approver, index) in route.Approvers.Select((approver, index) => (approver, index)))
        {
            if (RoleOf(approver) is { } role)
                Known(policy.Roles.Keys, role, "role", $"routes.{name}.approvers[{index}]", problems);
        }

        var people = PeopleOf(policy, route.Approvers).Count();
        if (route.Approvers.Count > 0 && people < route.Quorum)
            problems.Add($"routes.{name}.quorum", $"{route.Quorum} must agree, but there are only {people} approvers.");
        if (route.OnTimeout == OnTimeout.Escalate && route.EscalateTo is null)
            problems.Add($"routes.{name}.onTimeout", "Say to which route: escalateTo.");
        if (route.EscalateTo is not { } next)
            return;
        Known(policy.Routes.Keys, next, "route", $"routes.{name}.escalateTo", problems);
        if (LeadsBack(policy, name))
            problems.Add($"routes.{name}.escalateTo", "It leads back to where it began.");
    }

    /// <summary>An escalation may bring a release to any route, and each must be able to reach the release's quorum.</summary>
    private static void CheckQuorum(DecisionPolicy policy, string release, int quorum, ProblemList problems)
    {
        var tooFew = policy.Routes
            .Where(route => route.Value.Approvers.Count > 0 && PeopleOf(policy, route.Value.Approvers).Count() is var people && people < quorum)
            .Select(route => route.Key)
            .ToList();
        if (tooFew.Count > 0)
            problems.Add($"release.{release}.quorum", $"{quorum} must agree, but there are fewer approvers for {string.Join(", ", tooFew)}.");
    }

    private static bool LeadsBack(DecisionPolicy policy, string name)
    {
        var (at, seen) = (name, new HashSet<string>());
        while (seen.Add(at) && policy.Routes.GetValueOrDefault(at)?.EscalateTo is { } next)
            at = next;
        return policy.Routes.GetValueOrDefault(at)?.EscalateTo is not null;
    }

    private static string? RoleOf(string approver) =>
        approver.StartsWith(RolePrefix, StringComparison.Ordinal) ? approver[RolePrefix.Length..] : null;

    private static void Known(IEnumerable<string> known, string name, string what, string path, ProblemList problems)
    {
        if (name.Length > 0 && !known.Contains(name))
            problems.Add(path, $"There is no {what} '{FieldValues.Shorten(name)}'.{Spelling.DidYouMean(name, known)}");
    }
}
