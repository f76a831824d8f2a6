using System.Globalization;
using FsCheck;
using FsCheck.Fluent;
using Monolith.Fuzzing.Tests.Inputs;

namespace Monolith.Fuzzing.Tests.Running;

/// <summary>
/// Gives a reader many inputs. It fails by an exception, by a claim of the test's that does not hold, or by not coming back. How many inputs is
/// <c>FUZZ_INPUTS</c>, which the Cake target Fuzz sets; a failure prints a seed, which <c>FUZZ_SEED</c> takes.
/// </summary>
internal static class Fuzz
{
    private const int Usual = 1_000;

    /// <param name="target">What is fuzzed; its line in the report.</param>
    /// <param name="seeds">Good inputs.</param>
    /// <param name="take">Whether the input was taken; false when it was refused as it should be.</param>
    /// <param name="share">Of the number of inputs, for targets that are slow.</param>
    public static void Run(string target, IReadOnlyList<byte[]> seeds, Func<Mutant, bool> take, double share = 1)
    {
        using var watch = new Watch(target, Count(share));
        Check.One(Settings(share), Prop.ForAll(Mutants.Of(seeds), mutant =>
        {
            watch.Begins(mutant);
            watch.Ended(take(mutant));
        }));
    }

    /// <inheritdoc cref="Run"/>
    public static void RunAsync(string target, IReadOnlyList<byte[]> seeds, Func<Mutant, Task<bool>> take, double share = 1) =>
        Run(target, seeds, mutant => take(mutant).GetAwaiter().GetResult(), share);

    private static Config Settings(double share)
    {
        var config = Config.QuickThrowOnFailure.WithMaxTest(Count(share)).WithQuietOnSuccess(true);
        return Environment.GetEnvironmentVariable("FUZZ_SEED") is { Length: > 0 } seed
            ? config.WithReplay(new Replay(Rnd(seed), null))
            : config;
    }

    private static int Count(double share)
    {
        var wanted = Environment.GetEnvironmentVariable("FUZZ_INPUTS") is { Length: > 0 } text ? int.Parse(text, CultureInfo.InvariantCulture) : Usual;
        return Math.Max(1, (int)(wanted * share));
    }

    private static Rnd Rnd(string seed) => seed.Trim('(', ')').Split(',') is [var one, var two]
        ? new Rnd(ulong.Parse(one, CultureInfo.InvariantCulture), ulong.Parse(two, CultureInfo.InvariantCulture))
        : throw new ArgumentException("FUZZ_SEED is two numbers with a comma, as a failure prints them.");
}
