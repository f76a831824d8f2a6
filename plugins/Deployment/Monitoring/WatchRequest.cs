using System.Text.Json;
using Monolith.Plugins.Deployment.Settings;

namespace Monolith.Plugins.Deployment.Monitoring;

/// <summary>What a stage asks for.</summary>
/// <param name="Duration">Null for ever.</param>
/// <param name="Limits">What a sample must keep to; also for versions that healing deploys.</param>
internal sealed record WatchRequest(TimeSpan? Duration, TimeSpan Interval, int Failures, Policy Limits, string Heal, int Attempts)
{
    private static readonly TimeSpan UsualDuration = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan UsualInterval = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan UsualObserve = TimeSpan.FromSeconds(5);

    public static WatchRequest Read(JsonElement parameters)
    {
        var thresholds = parameters.Value("thresholds") ?? default;
        var limits = new Policy(
            "blue-green", parameters.Duration("observe", UsualObserve), MinimumRequests: 0, [100],
            (thresholds.Value("errorRate")?.GetDouble() ?? 1) / 100, thresholds.Integer("errors") ?? 5, thresholds.Value("p95")?.GetDouble());
        return new WatchRequest(
            parameters.Text("duration") == "forever" ? null : parameters.Duration("duration", UsualDuration),
            parameters.Duration("interval", UsualInterval),
            parameters.Integer("failures") ?? 3,
            limits,
            parameters.Text("heal") ?? "restart",
            parameters.Integer("attempts") ?? 2);
    }
}
