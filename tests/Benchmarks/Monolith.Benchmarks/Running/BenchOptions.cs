using System.Globalization;

namespace Monolith.Benchmarks.Running;

/// <summary>The command line.</summary>
/// <param name="Quick">A tenth of the work: shows that everything runs, not how fast.</param>
/// <param name="Repeats">How often each contestant has its turn.</param>
/// <param name="Only">Names of measurements; all when empty.</param>
/// <param name="Output">A file that gets the report as well.</param>
internal sealed record BenchOptions(bool Quick, int Repeats, IReadOnlySet<string> Only, string? Output)
{
    public static BenchOptions Parse(string[] words)
    {
        var options = new BenchOptions(Quick: false, Repeats: 5, new HashSet<string>(), Output: null);
        for (var at = 0; at < words.Length; at++)
        {
            options = words[at] switch
            {
                "--quick" => options with { Quick = true },
                "--repeats" => options with { Repeats = int.Parse(Next(words, ref at), CultureInfo.InvariantCulture) },
                "--only" => options with { Only = options.Only.Union(Next(words, ref at).Split(',')).ToHashSet() },
                "--output" => options with { Output = Next(words, ref at) },
                _ => throw new ArgumentException($"'{words[at]}' is not known. There are --quick, --repeats N, --only NAME[,NAME], --output FILE."),
            };
        }

        return options;
    }

    /// <summary>So many in earnest, a tenth when it shall be quick.</summary>
    public int Count(int inEarnest) => Quick ? Math.Max(1, inEarnest / 10) : inEarnest;

    private static string Next(string[] words, ref int at) =>
        ++at < words.Length ? words[at] : throw new ArgumentException($"{words[at - 1]} needs a value.");
}
