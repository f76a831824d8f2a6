namespace Monolith.Pipelines.Tests.Simulation;

/// <summary>A clock, dice and what is going to happen; the same seed gives the same history.</summary>
internal sealed class SimulatedWorld(int seed)
{
    private static readonly TimeSpan Longest = TimeSpan.FromDays(3);

    private readonly PriorityQueue<Action, (DateTimeOffset At, long Order)> coming = new();
    private readonly DateTimeOffset end = Runs.Given.Start + Longest;
    private long order;

    public Random Dice { get; } = new(seed);

    public DateTimeOffset Now { get; private set; } = Runs.Given.Start;

    /// <summary>The lease of each host, as the database has it.</summary>
    public Dictionary<Guid, DateTimeOffset> Leases { get; } = [];

    public void In(TimeSpan delay, Action happens) => coming.Enqueue(happens, (Now + delay, order++));

    public void In(int atMostMs, Action happens) => In(TimeSpan.FromMilliseconds(Dice.Next(atMostMs)), happens);

    public bool Chance(double of) => Dice.NextDouble() < of;

    public Guid NewId()
    {
        var bytes = new byte[16];
        Dice.NextBytes(bytes);
        return new Guid(bytes);
    }

    /// <returns>Whether it came to the end before the clock did.</returns>
    public bool Run(Func<bool> isOver)
    {
        while (!isOver() && coming.TryDequeue(out var happens, out var when) && when.At < end)
        {
            Now = when.At;
            happens();
        }

        return isOver();
    }
}
