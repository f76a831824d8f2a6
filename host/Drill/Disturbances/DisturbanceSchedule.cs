using Monolith.Host.Drill.Options;

namespace Monolith.Host.Drill.Disturbances;

/// <summary>All that will be done, in order, by the seed alone.</summary>
internal static class DisturbanceSchedule
{
    public static IReadOnlyList<Disturbance> Of(DrillOptions options)
    {
        var random = new Random(options.Seed);
        var kinds = Enumerable.Repeat(DisturbanceKind.Kill, options.Kills)
            .Concat(Enumerable.Repeat(DisturbanceKind.Freeze, options.Freezes))
            .Concat(Enumerable.Range(0, options.DatabaseRestarts).Select(_ => Restart(random)))
            .ToArray();
        random.Shuffle(kinds);
        return [.. kinds.Select(kind => Of(kind, options, random))];
    }

    private static DisturbanceKind Restart(Random random) =>
        random.Next(3) == 0 ? DisturbanceKind.DatabaseStop : DisturbanceKind.DatabaseCrash;

    private static Disturbance Of(DisturbanceKind kind, DrillOptions options, Random random)
    {
        var host = random.Next(1, options.Hosts + 1);
        var pause = Milliseconds(random, 200, 1_200);
        var whileStarting = random.Next(6) == 0;
        return kind switch
        {
            DisturbanceKind.Kill => new(kind, host, pause, Milliseconds(random, 0, 1_500), whileStarting),
            DisturbanceKind.Freeze => new(kind, host, pause, Freeze(random), EvenWhileStarting: false),
            _ => new(kind, 0, pause, Milliseconds(random, 0, 500), EvenWhileStarting: false),
        };
    }

    /// <summary>A short one goes unseen; a long one ends after others have taken the host's runs.</summary>
    private static TimeSpan Freeze(Random random) => random.Next(2) == 0
        ? Milliseconds(random, 300, 2_000)
        : DrillOptions.Lease + Milliseconds(random, 300, 3_000);

    private static TimeSpan Milliseconds(Random random, int least, int most) => TimeSpan.FromMilliseconds(random.Next(least, most));
}
