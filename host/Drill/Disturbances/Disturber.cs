using Monolith.Host.Drill.Fleet;
using Monolith.Host.Drill.Judging;
using Monolith.Host.Drill.Reporting;
using Monolith.Storage;

namespace Monolith.Host.Drill.Disturbances;

/// <summary>Does what the schedule says, one thing after the other; freezes end by themselves meanwhile.</summary>
internal sealed class Disturber(HostFleet fleet, PrivateServer server, DrillProgress progress, TimeProvider time)
{
    private static readonly TimeSpan UpPatience = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan Soon = TimeSpan.FromMilliseconds(50);

    private readonly List<Disturbed> done = [];
    private readonly List<Task> freezes = [];

    public IReadOnlyList<Disturbed> Done => done;

    /// <summary>Why it ended before the schedule did; empty when it did not.</summary>
    public IReadOnlyList<Fault> Faults { get; private set; } = [];

    public async Task RunAsync(IReadOnlyList<Disturbance> schedule, CancellationToken cancellationToken)
    {
        foreach (var disturbance in schedule)
        {
            await Task.Delay(disturbance.Pause, cancellationToken);
            if (disturbance.Host == 0)
                await RestartAsync(disturbance, cancellationToken);
            else if (!await TryHitAsync(disturbance, fleet[disturbance.Host], cancellationToken))
                break;
        }

        await Task.WhenAll(freezes);
    }

    /// <returns>False when the host has not come up.</returns>
    private async Task<bool> TryHitAsync(Disturbance disturbance, DrillHost host, CancellationToken cancellationToken)
    {
        try
        {
            await HitAsync(disturbance, host, cancellationToken);
            return true;
        }
        catch (TimeoutException)
        {
            Faults = [new Fault(FaultKind.HostDown, Run: null, $"host {host.Number} did not come up within {UpPatience.TotalSeconds} s")];
            return false;
        }
    }

    private async Task HitAsync(Disturbance disturbance, DrillHost host, CancellationToken cancellationToken)
    {
        while (true)
        {
            if (!disturbance.EvenWhileStarting)
                await host.Up.WaitAsync(UpPatience, time, cancellationToken);
            var at = time.GetUtcNow();
            var wasFrozen = host.IsFrozen;
            var hit = disturbance.Kind == DisturbanceKind.Kill ? host.Kill(disturbance.Length) : host.Freeze();
            if (hit is { } pid)
            {
                done.Add(new Disturbed(disturbance.Kind, pid, at));
                progress.Tell(disturbance, pid, wasFrozen);
                if (disturbance.Kind == DisturbanceKind.Freeze)
                    freezes.Add(ThawAsync(host, pid, disturbance.Length, cancellationToken));
                return;
            }

            // It is down, or frozen already.
            await Task.Delay(Soon, time, cancellationToken);
        }
    }

    private async Task ThawAsync(DrillHost host, int pid, TimeSpan after, CancellationToken cancellationToken)
    {
        await Task.Delay(after, time, cancellationToken);
        host.Thaw(pid);
    }

    private async Task RestartAsync(Disturbance disturbance, CancellationToken cancellationToken)
    {
        done.Add(new Disturbed(disturbance.Kind, Pid: null, time.GetUtcNow()));
        progress.Tell(disturbance, pid: null, wasFrozen: false);
        await (disturbance.Kind == DisturbanceKind.DatabaseCrash ? server.CrashAsync() : server.StopAsync());
        await Task.Delay(disturbance.Length, time, cancellationToken);
        if (await server.StartAgainAsync(cancellationToken) is { } problem)
            throw new InvalidOperationException(problem.Message);
    }
}
