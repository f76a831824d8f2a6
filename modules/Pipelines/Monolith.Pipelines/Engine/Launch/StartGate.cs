using Microsoft.Extensions.Options;
using Monolith.Pipelines.Engine.Dispatch;

namespace Monolith.Pipelines.Engine.Launch;

/// <summary>
/// Whether one more request to start runs is taken on. It is asked before anything else is done about the request, and knows without asking the
/// store: what is refused costs next to nothing, so that what is taken on is done as fast as ever.
/// </summary>
internal sealed class StartGate(QueueDepth queue, IOptions<EngineOptions> options)
{
    private readonly int most = options.Value.MaxStarting;
    private int starting;

    /// <summary>Why none is taken on at present.</summary>
    public StartRefusal? Refusal =>
        queue.IsFull ? StartRefusal.Queue : Volatile.Read(ref starting) >= most ? StartRefusal.Busy : null;

    /// <returns>Null when the request is taken on; then <see cref="Leave"/> follows.</returns>
    public StartRefusal? TryEnter()
    {
        if (queue.IsFull)
            return StartRefusal.Queue;
        if (Interlocked.Increment(ref starting) <= most)
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
    Queue,
}
