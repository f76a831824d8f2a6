using Monolith.Pipelines.Decisions.Ruling;

namespace Monolith.Pipelines.Decisions.Policy;

/// <summary>What may go on by itself, and who decides the rest.</summary>
internal sealed record DecisionPolicy
{
    /// <summary>SHA-256 of <see cref="Canonical"/>, lower-case hex: its version.</summary>
    public required string Hash { get; init; }

    /// <summary>As canonical JSON.</summary>
    public required string Canonical { get; init; }

    public required IReadOnlyDictionary<string, CategoryRule> Categories { get; init; }

    /// <summary>The first that fits says who decides.</summary>
    public required IReadOnlyList<EscalationRule> Escalation { get; init; }

    public required IReadOnlyDictionary<string, RouteRule> Routes { get; init; }

    /// <summary>People by role.</summary>
    public required IReadOnlyDictionary<string, IReadOnlyList<string>> Roles { get; init; }

    public required IReadOnlyList<Delegation> Delegations { get; init; }

    /// <summary>By environment.</summary>
    public required IReadOnlyDictionary<string, ReleaseRule> Release { get; init; }

    public required TimeSpan DecisionTimeout { get; init; }

    public required TimeSpan ClarificationTimeout { get; init; }

    public required ClarityRules Clarity { get; init; }
}

/// <param name="AutoApproveAt">At this confidence or more it needs nobody.</param>
/// <param name="AlwaysAsk">Whether a person decides in any case.</param>
internal sealed record CategoryRule(double AutoApproveAt, bool AlwaysAsk);

/// <summary>All that is given must hold.</summary>
internal sealed record EscalationRule(string? Category, double? ConfidenceBelow, double? CostPerMonthAbove, string Route);

/// <param name="Approvers">People, or <c>role:NAME</c>; empty for anybody.</param>
/// <param name="Quorum">How many must agree.</param>
/// <param name="Timeout">Null for the policy's.</param>
/// <param name="OnTimeout">What happens then.</param>
/// <param name="EscalateTo">The route after this one; null for none.</param>
internal sealed record RouteRule(IReadOnlyList<string> Approvers, int Quorum, TimeSpan? Timeout, OnTimeout OnTimeout, string? EscalateTo);

/// <summary>Somebody stands in for somebody else until a moment.</summary>
internal sealed record Delegation(string From, string To, DateTimeOffset Until);

/// <param name="Ask">When a person is asked.</param>
/// <param name="Route">Who decides unless an escalation says otherwise; null for the route <c>default</c>.</param>
/// <param name="Quorum">At least so many, whatever the route says; null for the route's.</param>
/// <param name="Strategy">How it is released: recreate, rolling, blue-green or canary.</param>
internal sealed record ReleaseRule(AskWhen Ask, string? Route, int? Quorum, string? Strategy);

/// <summary>When a person is asked about what takes effect in an environment.</summary>
internal enum AskWhen
{
    /// <summary>As confidence and category have it.</summary>
    ByPolicy,

    /// <summary>Only where the category always asks, or an escalation fits.</summary>
    Never,

    /// <summary>Whatever the confidence.</summary>
    Always,
}

/// <summary>When a wish is not clear enough to begin with.</summary>
internal sealed record ClarityRules(
    double ConfidenceBelow,
    int MinLength,
    bool AcceptanceCriteria,
    IReadOnlyList<string> VagueWords,
    IReadOnlyList<(string One, string Other)> Conflicts);
