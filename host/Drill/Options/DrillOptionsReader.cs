using System.Globalization;
using Monolith.Host.Startup;

namespace Monolith.Host.Drill.Options;

/// <summary>Reads <c>--kills 50</c> or <c>--kills=50</c>.</summary>
internal static class DrillOptionsReader
{
    private static readonly Option[] Known =
    [
        new("--kills", 0, 10_000, _ => 50),
        new("--hosts", 1, 9, _ => 3),
        new("--database-restarts", 0, 1_000, _ => 5),
        new("--freezes", 0, 1_000, kills => (kills + 4) / 5),
        new("--seed", 0, int.MaxValue, _ => Random.Shared.Next(1_000_000)),
    ];

    /// <exception cref="StartRefusedException">Options are wrong; each has a line that names it and says how to mend it.</exception>
    public static DrillOptions Read(IReadOnlyList<string> words)
    {
        var given = new Dictionary<string, int>();
        var problems = new List<string>();
        for (var i = 0; i < words.Count; i++)
        {
            var (name, value) = words[i].Split('=', 2) is [var before, var after] ? (before, after) : (words[i], null);
            if (Known.FirstOrDefault(option => option.Name == name) is not { } option)
            {
                problems.Add($"{name}: the drill has no such option. It has {string.Join(", ", Known.Select(known => known.Name))}.");
                continue;
            }

            value ??= i + 1 < words.Count && !words[i + 1].StartsWith("--", StringComparison.Ordinal) ? words[++i] : "";
            if (!int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var number) || number < option.Least || number > option.Most)
                problems.Add($"{name}: '{value}' will not do. Give a whole number from {option.Least} to {option.Most}, such as {name} {option.Usual(50)}.");
            else if (!given.TryAdd(name, number))
                problems.Add($"{name}: it is given twice. Give it once.");
        }

        return problems.Count > 0 ? throw new StartRefusedException(problems) : Options(given);
    }

    private static DrillOptions Options(Dictionary<string, int> given)
    {
        var kills = Value(0, 0);
        return new DrillOptions(kills, Value(1, kills), Value(2, kills), Value(3, kills), Value(4, kills));

        int Value(int index, int kills) => given.TryGetValue(Known[index].Name, out var number) ? number : Known[index].Usual(kills);
    }

    /// <param name="Name">As it is typed.</param>
    /// <param name="Least">The least value.</param>
    /// <param name="Most">The greatest.</param>
    /// <param name="Usual">The value when it is not given, by the number of kills.</param>
    private sealed record Option(string Name, int Least, int Most, Func<int, int> Usual);
}
