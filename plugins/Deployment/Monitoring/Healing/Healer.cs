using Monolith.Plugins.Deployment.Rollouts;
using Monolith.Plugins.Deployment.Settings;
using Monolith.Plugins.Deployment.State;
using Monolith.Plugins.Deployment.Targets;

namespace Monolith.Plugins.Deployment.Monitoring.Healing;

/// <summary>Does one thing about an incident.</summary>
internal sealed class Healer(IAgentContext context, Policy limits)
{
    /// <param name="key">The same for the same attempt to heal, also after a crash.</param>
    /// <returns>What came of it.</returns>
    public async Task<string> HealAsync(string action, string key, CancellationToken cancellationToken)
    {
        context.Log.Warn($"Healing: {action}.");
        try
        {
            using var target = OpenTarget.Find(context) ?? throw new DeploymentException(Failed.Execution("The target is gone."));
            if (await target.GatewayProcess.EnsureAsync(target.Settings, cancellationToken) && action == "restart")
            {
                return "Restarted the gateway.";
            }

            return action switch
            {
                "restart" => await RestartAsync(target, key, cancellationToken),
                "redeploy" => await DeployAsync(target, target.Journal.Current.Live?.Release, key, cancellationToken),
                "rollback" => await DeployAsync(target, RollbackTo(target.Journal.Current, key), key, cancellationToken),
                _ => "Nothing was done.",
            };
        }
        catch (DeploymentException fault)
        {
            return $"Failed: {fault.Message}";
        }
    }

    /// <summary>Those that are not well; the whole version when all seem to be.</summary>
    private async Task<string> RestartAsync(OpenTarget target, string key, CancellationToken cancellationToken)
    {
        var sick = await SickAsync(target, cancellationToken);
        if (sick.Count == 0)
        {
            return await DeployAsync(target, target.Journal.Current.Live?.Release, key, cancellationToken);
        }

        foreach (var instance in sick)
        {
            await target.Target.StopAsync(instance.Id, cancellationToken);
        }

        await new Reversal(context, target).RestoreAsync(cancellationToken);
        return $"Restarted {string.Join(", ", sick.Select(instance => instance.Id))}.";
    }

    private static async Task<IReadOnlyList<Instance>> SickAsync(OpenTarget target, CancellationToken cancellationToken)
    {
        var status = await target.Gateway.StatusAsync(cancellationToken);
        var sick = new List<Instance>();
        foreach (var instance in target.Journal.Current.Live?.Instances ?? [])
        {
            var isSeenWell = status.Destinations.FirstOrDefault(destination => destination.Id == instance.Id)?.Healthy ?? false;
            if (!isSeenWell || !await target.Target.IsRunningAsync(instance.Id, cancellationToken))
            {
                sick.Add(instance);
            }
        }

        return sick;
    }

    private async Task<string> DeployAsync(OpenTarget target, Release? release, string key, CancellationToken cancellationToken)
    {
        if (release is null)
        {
            return "Failed: there is no such version.";
        }

        var finished = await new Deployer(context, target).DeployAsync(release, limits, key, cancellationToken);
        return finished.Fault is null ? $"Deployed version {release.Version}." : $"Failed: {finished.Fault}";
    }

    // An execution that finished it already has made the version that was bad the previous one.
    private static Release? RollbackTo(Journal journal, string key) =>
        journal.Finished is { Fault: null } finished && finished.Key == key ? journal.Live?.Release : journal.Previous;
}
