using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Monolith.Operations.Health;
using Monolith.Pipelines.Contracts;
using Prometheus;

namespace Monolith.Operations.Metrics.State;

/// <summary>The runs that are not over. Figures that cannot be had are taken back: an old one would look like a quiet queue.</summary>
internal sealed class RunSample(HostMetrics factory, IRunCensus census, IOptions<HealthOptions> options, ILogger<RunSample> log) : ISample
{
    private static readonly RunStatus[] Open = [RunStatus.Queued, RunStatus.Running, RunStatus.Waiting, RunStatus.Paused];

    private readonly Gauge runs = factory.Gauge("monolith_runs", "Runs that are not over, of all hosts, by status.", "status");
    private readonly Gauge depth = factory.Gauge("monolith_queue_depth", "Runs that no host has begun, of all hosts.");
    private readonly Gauge age = factory.Gauge("monolith_queue_age_seconds", "How long the oldest queued run has waited since it was accepted.");

    private readonly Gauge decisions = factory.Gauge("monolith_decisions_pending", "Decisions that wait for somebody, of all hosts.");
    private readonly Gauge clarifications = factory.Gauge("monolith_clarifications_pending", "Clarifications that wait for answers, of all hosts.");

    public async Task TakeAsync()
    {
        using var patience = new CancellationTokenSource(options.Value.TimeoutMs);
        try
        {
            Set(await Task.Run(() => census.CountAsync(patience.Token), patience.Token).WaitAsync(patience.Token));
        }
        catch (Exception unknown)
        {
            log.LogDebug("The open runs could not be counted: {Reason}", unknown.Message);
            TakeBack();
        }
    }

    private void Set(OpenRuns open)
    {
        foreach (var status in Open)
            runs.WithLabels(LabelText.Of(status)).Set(open.ByStatus.GetValueOrDefault(status));
        depth.Set(open.ByStatus.GetValueOrDefault(RunStatus.Queued));
        age.Set(open.OldestQueued.TotalSeconds);
        decisions.Set(open.Decisions);
        clarifications.Set(open.Clarifications);
    }

    private void TakeBack()
    {
        foreach (var status in Open)
            runs.WithLabels(LabelText.Of(status)).Unpublish();
        depth.Unpublish();
        age.Unpublish();
        decisions.Unpublish();
        clarifications.Unpublish();
    }
}
