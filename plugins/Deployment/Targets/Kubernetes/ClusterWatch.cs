using k8s.Models;

namespace Monolith.Plugins.Deployment.Targets.Kubernetes;

/// <summary>Follows the replicas of one version.</summary>
internal sealed class ClusterWatch(IAgentContext context, Cluster cluster, string name, int replicas)
{
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(500);

    /// <returns>Null once all are ready, else what is wrong.</returns>
    public async Task<string?> ReadyAsync(TimeSpan within, CancellationToken cancellationToken)
    {
        var started = context.Time.GetTimestamp();
        while (true)
        {
            var deployment = await cluster.FindAsync(name, cancellationToken);
            if (IsReady(deployment))
            {
                return null;
            }

            if ((GivenUp(deployment) ?? Late(started, within)) is { } reason)
            {
                return $"{name}: {deployment?.Status?.AvailableReplicas ?? 0} of {replicas} replicas are ready. {reason}";
            }

            await Task.Delay(Interval, context.Time, cancellationToken);
        }
    }

    public async Task<string?> StaysReadyAsync(TimeSpan time, CancellationToken cancellationToken)
    {
        var started = context.Time.GetTimestamp();
        while (context.Time.GetElapsedTime(started) < time)
        {
            await Task.Delay(Interval < time ? Interval : time, context.Time, cancellationToken);
            var deployment = await cluster.FindAsync(name, cancellationToken);
            if (!IsReady(deployment))
            {
                return $"{name}: only {deployment?.Status?.AvailableReplicas ?? 0} of {replicas} replicas are ready any more.";
            }
        }

        return null;
    }

    private bool IsReady(V1Deployment? deployment) =>
        deployment?.Status is { } status && status.ObservedGeneration >= deployment.Metadata.Generation
        && (status.AvailableReplicas ?? 0) >= replicas && (status.UpdatedReplicas ?? 0) >= replicas;

    private static string? GivenUp(V1Deployment? deployment) =>
        deployment?.Status?.Conditions?.FirstOrDefault(condition => condition is { Type: "Progressing", Status: "False" })?.Message;

    private string? Late(long started, TimeSpan within) =>
        context.Time.GetElapsedTime(started) > within ? $"They were not within {DurationText.Format(within)}." : null;
}
