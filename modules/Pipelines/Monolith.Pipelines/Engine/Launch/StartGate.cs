using Microsoft.Extensions.Options;
using Monolith.Pipelines.Engine.Dispatch;

namespace Monolith.Pipelines.Engine.Launch;

/// <summary>
/// Whether one more request to start runs is taken on. It is asked before anything else is done about the request, and knows without asking the
/// store: what is refused costs next to nothing, so that what is taken on is done.
/// </summary>
internal sealed class StartGate(QueueDepth queue, WorkBell bell, IOptions<EngineOptions> options)
{
    /// <summary>While more runs wait than the host can hold, doing them goes before taking more on.</summary>
    private const int ShareOfFullHost = 64;

    private int starting;

    private int Most => bell.HasBacklog ? Math.Max(1, options.Value.MaxStarting / ShareOfFullHost) : options.Value.MaxStarting;

    /// <summary>Why none is taken on at present; null when one is.</summary>
    public StartRefusal? Refusal => queue.IsFull ? StartRefusal.QueueFull : Volatile.Read(ref starting) >= Most ? StartRefusal.Busy : null;

    /// <returns>Null when the request is taken on; then <see cref="Leave"/> follows.</returns>
    public StartRefusal? TryEnter()
    {
        if (queue.IsFull)
            return StartRefusal.QueueFull;
        if (Interlocked.Increment(ref starting) <= Most)
            return null;
        Leave();
        return StartRefusal.Busy;
    }

    public void Leave() => Interlocked.Decrement(ref starting);
}

/// <summary>Why a request to start runs is not taken on.</summary>
internal enum StartRefusal
{
    /// <summary>As many are handled as the host handles at once.</summary>
    Busy,

    /// <summary>As many runs are queued as may be.</summary>
    QueueFull,
}
