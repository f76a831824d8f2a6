using Monolith.Benchmarks.Contestants.Hangfire;
using Monolith.Benchmarks.Contestants.Wolverine;
using Monolith.Benchmarks.Running;

namespace Monolith.Benchmarks.Contestants;

/// <summary>The contestants, started and warmed up.</summary>
internal sealed class Roster(IReadOnlyList<IContestant> contestants) : IAsyncDisposable
{
    public IReadOnlyList<IContestant> Contestants => contestants;

    public static async Task<Roster> StartAsync(Bench bench)
    {
        var roster = new Roster([new EngineContestant(), new WolverineContestant(tuned: false), new WolverineContestant(tuned: true), new HangfireContestant()]);
        foreach (var contestant in roster.Contestants)
        {
            Bench.Say($"warming up {contestant.Name}");
            await contestant.StartAsync(bench);
            await InFlight.RateAsync(bench.Options.Count(contestant.RunsInATurn * 2), contestant);
        }

        return roster;
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var contestant in contestants)
            await contestant.DisposeAsync();
    }
}
