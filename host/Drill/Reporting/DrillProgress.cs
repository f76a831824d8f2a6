using System.Diagnostics;
using System.Globalization;
using Monolith.Host.Drill.Disturbances;
using Monolith.Host.Drill.Load;

namespace Monolith.Host.Drill.Reporting;

/// <summary>The drill as it goes: a line a disturbance, and every few seconds a line of counts.</summary>
internal sealed class DrillProgress(TextWriter to, AcceptedRuns accepted, RunCensus census)
{
    private static readonly TimeSpan Between = TimeSpan.FromSeconds(5);

    private readonly Stopwatch clock = Stopwatch.StartNew();

    public TimeSpan Elapsed => clock.Elapsed;

    public void Tell(Disturbance disturbance, int? pid, bool wasFrozen)
    {
        var seconds = disturbance.Length.TotalSeconds.ToString("0.0", CultureInfo.InvariantCulture);
        Say(disturbance.Kind switch
        {
            DisturbanceKind.Kill => $"kill      host {disturbance.Host} (pid {pid}){(wasFrozen ? " while frozen" : "")}, started again after {seconds} s",
            DisturbanceKind.Freeze => $"freeze    host {disturbance.Host} (pid {pid}) for {seconds} s",
            DisturbanceKind.DatabaseCrash => $"database  crash, started again after {seconds} s",
            _ => $"database  stop, started again after {seconds} s",
        });
    }

    public void Say(string what) =>
        to.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{clock.Elapsed.TotalSeconds,7:0.0} s  {what}"));

    public void Count() => Say($"runs      accepted {accepted.Count}, in the store {census.Open + census.Finished}, finished {census.Finished}");

    public async Task RunAsync(CancellationToken stop)
    {
        while (!stop.IsCancellationRequested)
        {
            await Task.Delay(Between, stop).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            Count();
        }
    }
}
