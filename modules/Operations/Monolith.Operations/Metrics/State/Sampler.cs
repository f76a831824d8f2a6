namespace Monolith.Operations.Metrics.State;

/// <summary>Takes the samples when metrics are read. Readers that come at once or shortly after each other share one.</summary>
internal sealed class Sampler
{
    private static readonly TimeSpan Fresh = TimeSpan.FromSeconds(2);

    private readonly ISample[] samples;
    private readonly TimeProvider time;
    private readonly Lock gate = new();
    private Task? taking;
    private long takenAt;

    public Sampler(HostMetrics factory, IEnumerable<ISample> samples, TimeProvider time)
    {
        (this.samples, this.time) = ([.. samples], time);
        factory.Registry.AddBeforeCollectCallback(_ => TakeAsync());
    }

    private Task TakeAsync()
    {
        lock (gate)
        {
            if (taking is null || time.GetElapsedTime(takenAt) >= Fresh)
            {
                takenAt = time.GetTimestamp();
                taking = Task.WhenAll(samples.Select(sample => sample.TakeAsync()));
            }

            return taking;
        }
    }
}
