using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Monolith.Operations.Health;
using Monolith.Operations.Metrics;
using Monolith.Operations.Metrics.State;
using Monolith.Operations.Scaling.Forecasting;
using Monolith.Pipelines.Contracts;
using Prometheus;

namespace Monolith.Operations.Scaling;

/// <summary>Shows the plan. What cannot be reckoned is taken back: an autoscaler leaves things as they are without the metric.</summary>
internal sealed class ScalingSample(
    HostMetrics factory,
    IRunArrivals arrivals,
    IRunCensus census,
    IOptions<ScalingOptions> options,
    IOptions<HealthOptions> health,
    TimeProvider time,
    ILogger<ScalingSample> log) : ISample
{
    private readonly Gauge wanted = factory.Gauge("monolith_hosts_wanted", "Hosts that the arrivals expected want.");
    private readonly Gauge rate = factory.Gauge("monolith_run_arrivals_forecast_per_second", "Runs expected a second, when a host wanted now is up.");
    private readonly Gauge age = factory.Gauge("monolith_queue_age_forecast_seconds", "How long the queue expected then takes the hosts there are now.");
    private readonly Gauge error = factory.Gauge("monolith_forecast_error_ratio", "Smoothed distance of the last forecasts from what came, by what came.");

    private (ArrivalSeries Series, ArrivalForecast Forecast, TimeSpan? Work)? known;

    public async Task TakeAsync()
    {
        using var patience = new CancellationTokenSource(health.Value.TimeoutMs);
        try
        {
            await Task.Run(() => SetAsync(patience.Token), patience.Token).WaitAsync(patience.Token);
        }
        catch (Exception unknown)
        {
            log.LogDebug("The hosts wanted could not be reckoned: {Reason}", unknown.Message);
            foreach (var gauge in new[] { wanted, rate, age, error })
                gauge.Unpublish();
        }
    }

    private async Task SetAsync(CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var (series, forecast, work) = await KnownAsync(ArrivalSeries.Until(now, options.Value.Bucket, options.Value.History), cancellationToken);
        var plan = new HostPlan(options.Value, series, forecast);
        rate.Set(plan.Arrivals(now));
        error.Set(forecast.ErrorRatio);
        if (work is null)
            return;

        var open = await census.CountAsync(cancellationToken);
        var load = new HostLoad(open.ByStatus.GetValueOrDefault(RunStatus.Queued), await arrivals.CountHostsAsync(cancellationToken), work.Value);
        wanted.Set(plan.Wanted(now, load));
        age.Set(plan.QueueAge(now, load).TotalSeconds);
    }

    /// <summary>Read once a bucket; until a run has ended, so that its work is known, each time.</summary>
    private async Task<(ArrivalSeries Series, ArrivalForecast Forecast, TimeSpan? Work)> KnownAsync(ArrivalSeries series, CancellationToken cancellationToken)
    {
        if (known is { Work: not null } current && current.Series == series)
            return current;
        var counts = series.Counts(await arrivals.ReadAsync(series.From, series.To, series.Bucket, cancellationToken));
        var forecast = new ArrivalForecast(counts, (int)(options.Value.Season / series.Bucket));
        var read = (series, forecast, RunWork.Of(await arrivals.LastWorkAsync(cancellationToken)));
        known = read;
        return read;
    }
}
