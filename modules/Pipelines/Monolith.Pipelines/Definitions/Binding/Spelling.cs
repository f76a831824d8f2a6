namespace Monolith.Pipelines.Definitions.Binding;

/// <summary>Finds the word somebody probably meant.</summary>
internal static class Spelling
{
    /// <returns>A sentence with a leading space, or nothing when no word is near.</returns>
    public static string DidYouMean(string word, IEnumerable<string> known)
    {
        if (word.Length > 100)
            return "";
        var best = known.Select(candidate => (candidate, distance: Distance(word, candidate))).DefaultIfEmpty(("", int.MaxValue)).MinBy(c => c.Item2);
        return best.Item2 <= Math.Max(1, (word.Length + 1) / 3) ? $" Did you mean '{best.Item1}'?" : "";
    }

    /// <summary>Levenshtein's distance, upper and lower case alike.</summary>
    private static int Distance(string a, string b)
    {
        if (b.Length > 100)
            return int.MaxValue;
        var row = Enumerable.Range(0, b.Length + 1).ToArray();
        for (var i = 1; i <= a.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= b.Length; j++)
            {
                var same = char.ToLowerInvariant(a[i - 1]) == char.ToLowerInvariant(b[j - 1]) ? 0 : 1;
                (diagonal, row[j]) = (row[j], Math.Min(Math.Min(row[j], row[j - 1]) + 1, diagonal + same));
            }
        }

        return row[b.Length];
    }
}
