using System.Globalization;
using Monolith.Plugins.Deployment.Gateways;
using Monolith.Plugins.Deployment.State;
using Monolith.Plugins.Deployment.Targets;

namespace Monolith.Plugins.Deployment.Rollouts;

/// <summary>Starts instances until they are well, and stops them when they have answered what they were asked.</summary>
internal sealed class Fleet(IAgentContext context, OpenTarget target)
{
    private const int MostStarts = 3;

    private static readonly TimeSpan DrainInterval = TimeSpan.FromMilliseconds(50);

    public string NameOf(Deployed version, int place) =>
        string.Create(CultureInfo.InvariantCulture, $"{target.Settings.Name}-{target.Journal.Current.Mark}-{version.Generation}-{place + 1}");

    /// <param name="note">Called with the instance before it is started, and again with its address.</param>
    /// <returns>Null when it is well, else why not.</returns>
    public async Task<string?> StartAsync(Deployed version, int place, Action<Instance> note, CancellationToken cancellationToken)
    {
        var id = NameOf(version, place);
        var instance = version.Instances.FirstOrDefault(known => known.Id == id) ?? new Instance(id, Address: null);
        using var readiness = new Readiness(context, target.Target, version.Release.Launch);
        string? fault = null;
        for (var start = 0; start < MostStarts; start++)
        {
            if (instance.Address is null || !await target.Target.IsRunningAsync(id, cancellationToken))
            {
                instance = await LaunchAsync(version.Release, id, note, cancellationToken);
            }

            fault = await readiness.WaitAsync(instance, cancellationToken);
            // Another program may have taken the free port first; only then is it worth trying again.
            if (fault is null || !fault.Contains("address already in use", StringComparison.OrdinalIgnoreCase))
            {
                break;
            }
        }

        return fault;
    }

    /// <summary>Waits until nothing that was asked is unanswered, as long as the release allows, and then stops them. They get no new requests before.</summary>
    public async Task StopAsync(IReadOnlyList<Instance> instances, TimeSpan drain, CancellationToken cancellationToken)
    {
        var started = context.Time.GetTimestamp();
        while (await target.Gateway.FindAsync(cancellationToken) is { } status && IsBusy(status, instances))
        {
            if (context.Time.GetElapsedTime(started) > drain)
            {
                context.Log.Warn($"Requests are unanswered after {DurationText.Format(drain)}; their instances are stopped all the same.");
                break;
            }

            await Task.Delay(DrainInterval, context.Time, cancellationToken);
        }

        foreach (var instance in instances)
        {
            await target.Target.StopAsync(instance.Id, cancellationToken);
            context.Log.Info($"{instance.Id} is stopped.");
        }
    }

    private async Task<Instance> LaunchAsync(Release release, string id, Action<Instance> note, CancellationToken cancellationToken)
    {
        note(new Instance(id, Address: null));
        // What an earlier execution started and did not note.
        await target.Target.StopAsync(id, cancellationToken);
        var instance = new Instance(id, await target.Target.StartAsync(release, id, cancellationToken));
        note(instance);
        return instance;
    }

    private static bool IsBusy(GatewayStatus status, IReadOnlyList<Instance> instances) =>
        status.Destinations.Any(destination => destination.InFlight > 0 && instances.Any(instance => instance.Id == destination.Id));
}
