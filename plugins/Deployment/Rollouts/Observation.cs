using System.Globalization;
using Monolith.Plugins.Deployment.Gateways;
using Monolith.Plugins.Deployment.Settings;
using Monolith.Plugins.Deployment.State;

namespace Monolith.Plugins.Deployment.Rollouts;

/// <summary>Watches a new version for one step.</summary>
internal sealed class Observation(IAgentContext context, GatewayClient gateway, Policy policy)
{
    private const int EnoughForP95 = 20;

    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(200);
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(10);

    /// <returns>Null when the version did well, else what is wrong with it.</returns>
    public async Task<string?> WatchAsync(Deployed version, Traffic before, CancellationToken cancellationToken)
    {
        var started = context.Time.GetTimestamp();
        while (true)
        {
            var status = await gateway.StatusAsync(cancellationToken);
            var traffic = status.TrafficOf(version.Group).Since(before);
            if (Fault(status, version, traffic) is { } fault)
            {
                return fault;
            }

            var watched = context.Time.GetElapsedTime(started);
            if (watched >= policy.Observe && traffic.Requests >= policy.MinimumRequests)
            {
                return null;
            }

            if (watched >= policy.Observe && watched >= Longest)
            {
                return $"Version {version.Release.Version} got {traffic.Requests} requests in {DurationText.Format(watched)}, too few to judge it by.";
            }

            await Task.Delay(Interval, context.Time, cancellationToken);
        }
    }

    public string? Fault(GatewayStatus status, Deployed version, Traffic traffic)
    {
        var name = $"Version {version.Release.Version}";
        var sick = status.Destinations.FirstOrDefault(destination => destination.Group == version.Group && !destination.Healthy);
        return status.Tripped == version.Group || IsTooWrong(traffic)
                ? Invariant($"{name} failed {traffic.Errors} of {traffic.Requests} requests, more than the {policy.MaxErrorRate * 100:0.##} % it may.")
            : sick is not null ? $"{name} is not healthy any more: {sick.Id} does not answer {version.Release.Launch.HealthPath} well."
            : traffic.Requests >= EnoughForP95 && policy.MaxP95 is { } most && traffic.P95Ms > most
                ? Invariant($"{name} answers 95 % of its requests within {traffic.P95Ms:0} ms, which is more than {most:0} ms.")
            : null;
    }

    private bool IsTooWrong(Traffic traffic) => traffic.Errors >= policy.MinErrors && traffic.ErrorRate > policy.MaxErrorRate;

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
