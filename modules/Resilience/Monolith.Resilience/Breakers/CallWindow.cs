namespace Monolith.Resilience.Breakers;

/// <summary>
/// Counts the calls of the last while. It moves on in steps of a sixtieth of its length, so that a call is forgotten at most one step
/// early and counting costs the same however many calls there are. Not safe for use by several threads.
/// </summary>
internal sealed class CallWindow(TimeSpan length, TimeProvider time)
{
    public const int Steps = 60;

    private readonly int[] calls = new int[Steps];
    private readonly int[] failures = new int[Steps];
    private readonly long began = time.GetTimestamp();
    private long step;

    public int Calls { get; private set; }

    public int Failures { get; private set; }

    public void Add(bool failed)
    {
        MoveOn();
        calls[step % Steps]++;
        Calls++;
        if (!failed)
            return;
        failures[step % Steps]++;
        Failures++;
    }

    /// <summary>Forgets what is too old.</summary>
    public void MoveOn()
    {
        var now = time.GetElapsedTime(began).Ticks / Math.Max(1, length.Ticks / Steps);
        if (now - step >= Steps)
            Clear();
        for (var next = step + 1; next <= now && Calls > 0; next++)
        {
            Calls -= calls[next % Steps];
            Failures -= failures[next % Steps];
            (calls[next % Steps], failures[next % Steps]) = (0, 0);
        }

        step = now;
    }

    public void Clear()
    {
        Array.Clear(calls);
        Array.Clear(failures);
        (Calls, Failures) = (0, 0);
    }
}
