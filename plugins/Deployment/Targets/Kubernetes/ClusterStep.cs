using Monolith.Plugins.Deployment.Settings;

namespace Monolith.Plugins.Deployment.Targets.Kubernetes;

/// <summary>How many replicas each version has at a time. A service sends each ready one as many requests as any other.</summary>
/// <param name="OldFirst">Whether the old ones go before the new ones come.</param>
/// <param name="SelectsAll">Whether requests go to both versions; to the new one alone otherwise.</param>
internal sealed record ClusterStep(int New, int Old, bool SelectsAll, bool OldFirst)
{
    /// <param name="old">How many replicas of an old version there are; 0 when there is none.</param>
    public static IReadOnlyList<ClusterStep> Of(Policy policy, int replicas, int old) => policy.Strategy switch
    {
        _ when old == 0 => [new(replicas, 0, SelectsAll: false, OldFirst: false)],
        "canary" => [.. policy.Steps.Select(share => Shared(share / 100, replicas, old))],
        "rolling" => [.. Enumerable.Range(1, replicas).Select(place => Shared((double)place / replicas, replicas, old))],
        "recreate" => [new(replicas, 0, SelectsAll: false, OldFirst: true)],
        // The old ones stand by.
        _ => [new(replicas, old, SelectsAll: false, OldFirst: false)],
    };

    private static ClusterStep Shared(double share, int replicas, int old)
    {
        var fresh = (int)Math.Ceiling(share * replicas);
        return share >= 1
            ? new(replicas, old > 1 ? 1 : old, SelectsAll: false, OldFirst: false)
            : new(fresh, Math.Max(1, (int)Math.Round((1 - share) * old)), SelectsAll: true, OldFirst: false);
    }
}
