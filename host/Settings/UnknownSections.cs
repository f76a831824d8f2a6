namespace Monolith.Host.Settings;

/// <summary>
/// Sections that nobody reads and whose name is a slip away from one that somebody does. Only settings files are looked at:
/// the environment belongs to other programs too.
/// </summary>
internal static class UnknownSections
{
    private const int FarthestSlip = 2;

    public static IEnumerable<string> In(IEnumerable<string> sections, IConfiguration configuration)
    {
        var known = sections.Select(section => section.Split(':')[0])
            .Concat(typeof(RootSettings).GetProperties().Select(property => property.Name))
            .Distinct(StringComparer.OrdinalIgnoreCase)
            .ToList();
        return from name in NamesInFiles(configuration)
               where !known.Contains(name, StringComparer.OrdinalIgnoreCase)
               let meant = known.FirstOrDefault(other => Distance(name.ToUpperInvariant(), other.ToUpperInvariant()) <= Math.Min(FarthestSlip, other.Length / 3))
               where meant is not null
               select $"{name}: There is no such section. Is {meant} meant?";
    }

    private static IEnumerable<string> NamesInFiles(IConfiguration configuration) => configuration is IConfigurationRoot root
        ? root.Providers.Where(IsFile).SelectMany(file => file.GetChildKeys([], null)).Distinct(StringComparer.OrdinalIgnoreCase)
        : [];

    private static bool IsFile(IConfigurationProvider provider) => provider is FileConfigurationProvider or StreamConfigurationProvider;

    /// <summary>Letters put in, left out or changed.</summary>
    private static int Distance(string one, string other)
    {
        var row = Enumerable.Range(0, other.Length + 1).ToArray();
        for (var i = 1; i <= one.Length; i++)
        {
            var (diagonal, left) = (row[0], row[0] = i);
            for (var j = 1; j <= other.Length; j++)
            {
                left = Math.Min(Math.Min(row[j], left) + 1, diagonal + (one[i - 1] == other[j - 1] ? 0 : 1));
                (diagonal, row[j]) = (row[j], left);
            }
        }

        return row[^1];
    }
}
