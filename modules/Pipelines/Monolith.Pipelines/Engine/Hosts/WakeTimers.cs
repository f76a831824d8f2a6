namespace Monolith.Pipelines.Engine.Hosts;

/// <summary>Moments at which a run must be looked at: one timer for all, earliest first. A moment may ring in vain.</summary>
internal sealed class WakeTimers : IDisposable
{
    private readonly Lock gate = new();
    private readonly PriorityQueue<Guid, DateTimeOffset> moments = new();
    private readonly TimeProvider time;
    private readonly ITimer timer;
    private DateTimeOffset armedFor = DateTimeOffset.MaxValue;

    public WakeTimers(TimeProvider time)
    {
        this.time = time;
        timer = time.CreateTimer(_ => Ring(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    /// <summary>Called for each run that is due; it must return at once.</summary>
    public Action<Guid> OnDue { get; set; } = _ => { };

    public void Set(Guid runId, DateTimeOffset at)
    {
        lock (gate)
        {
            moments.Enqueue(runId, at);
            Arm();
        }
    }

    public void Dispose() => timer.Dispose();

    private void Ring()
    {
        var due = new HashSet<Guid>();
        lock (gate)
        {
            armedFor = DateTimeOffset.MaxValue;
            var now = time.GetUtcNow();
            while (moments.TryPeek(out var runId, out var at) && at <= now)
            {
                moments.Dequeue();
                due.Add(runId);
            }

            Arm();
        }

        foreach (var runId in due)
            OnDue(runId);
    }

    private void Arm()
    {
        if (!moments.TryPeek(out _, out var first) || first >= armedFor)
            return;

        // A timer takes at most 49 days, and one millisecond more than asked is better than ringing too early.
        var wait = first - time.GetUtcNow() + TimeSpan.FromMilliseconds(1);
        armedFor = first;
        timer.Change(TimeSpan.FromMilliseconds(Math.Clamp(wait.TotalMilliseconds, 0, 1e9)), Timeout.InfiniteTimeSpan);
    }
}
