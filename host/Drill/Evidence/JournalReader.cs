using System.Globalization;

namespace Monolith.Host.Drill.Evidence;

/// <summary>Reads the files that the drill's agent wrote.</summary>
internal static class JournalReader
{
    private const int Words = 8;

    /// <returns>Every execution by its id.</returns>
    public static IReadOnlyDictionary<string, Execution> Read(string folder) =>
        Parse(Directory.EnumerateFiles(folder).Order(StringComparer.Ordinal).SelectMany(File.ReadLines));

    /// <param name="lines">A line torn by a kill is no witness and is left out.</param>
    public static IReadOnlyDictionary<string, Execution> Parse(IEnumerable<string> lines)
    {
        var executions = new Dictionary<string, Execution>();
        foreach (var words in lines.Select(line => line.Split(' ')).Where(words => words.Length == Words))
        {
            if (words[0] == "began")
                executions.Add(words[1], Of(words));
            else if (executions.TryGetValue(words[1], out var began))
                executions[words[1]] = began with { Ended = true };
        }

        return executions;
    }

    private static Execution Of(string[] words) => new(
        words[1],
        Guid.Parse(words[2]),
        words[3],
        int.Parse(words[4], CultureInfo.InvariantCulture),
        words[5],
        int.Parse(words[6], CultureInfo.InvariantCulture),
        DateTimeOffset.Parse(words[7], CultureInfo.InvariantCulture),
        Ended: false);
}
