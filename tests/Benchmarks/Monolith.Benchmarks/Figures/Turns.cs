namespace Monolith.Benchmarks.Figures;

/// <summary>Gives contestants their turns: each once a round, so that a change of the machine's load meets all of them.</summary>
internal static class Turns
{
    private static readonly TimeSpan Settle = TimeSpan.FromMilliseconds(300);

    public static async Task TakeAsync(int rounds, params IReadOnlyList<Func<Task>> turns)
    {
        for (var round = 0; round < rounds; round++)
        {
            foreach (var turn in turns)
            {
                // What the one before left behind is not this one's cost.
                GC.Collect();
                await Task.Delay(Settle);
                await turn();
            }
        }
    }
}
