using Monolith.Plugins.Deployment.Gateways;

namespace Monolith.Plugins.Deployment.Monitoring.Watching;

/// <summary>What this execution of the stage saw and did.</summary>
internal sealed class Tally
{
    private int samples;
    private int good;
    private Traffic? traffic;

    public int Incidents { get; set; }

    public int Heals { get; set; }

    public void Add(Sample sample)
    {
        samples++;
        good += sample.IsGood ? 1 : 0;
        traffic = sample.Traffic is { } more ? traffic?.Plus(more) ?? more : traffic;
    }

    public Dictionary<string, double> Metrics()
    {
        var metrics = traffic?.Metrics("monitoring") ?? [];
        metrics["monitoring.samples"] = samples;
        metrics["monitoring.incidents"] = Incidents;
        metrics["monitoring.heals"] = Heals;
        if (samples > 0)
        {
            metrics["monitoring.availability"] = 100.0 * good / samples;
        }

        return metrics;
    }
}
