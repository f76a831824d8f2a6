using Microsoft.Extensions.Configuration.CommandLine;

namespace Monolith.Host.Settings;

/// <summary>
/// Sections that nobody reads: all of the command line, which is ours alone, and of settings files those whose name is a slip away from one that
/// somebody does read. The environment belongs to other programs too.
/// </summary>
internal static class UnknownSections
{
    private const int FarthestSlip = 2;

    private static readonly string[] Framework =
    [
        HostDefaults.ApplicationKey, HostDefaults.EnvironmentKey, HostDefaults.ContentRootKey, WebHostDefaults.WebRootKey, WebHostDefaults.HttpPortsKey,
        WebHostDefaults.HttpsPortsKey, WebHostDefaults.DetailedErrorsKey, WebHostDefaults.ShutdownTimeoutKey, "Kestrel", "AllowedHosts",
    ];

    public static IEnumerable<string> In(IEnumerable<string> sections, IConfiguration configuration)
    {
        var known = sections.Select(section => section.Split(':')[0])
            .Concat(typeof(RootSettings).GetProperties().Select(property => property.Name))
            .Distinct(StringComparer.OrdinalIgnoreCase)
            .ToList();
        return InFiles(known, configuration).Concat(InWords(known, configuration));
    }

    private static IEnumerable<string> InFiles(List<string> known, IConfiguration configuration) =>
        from name in Names<FileConfigurationProvider>(configuration).Concat(Names<StreamConfigurationProvider>(configuration)).Distinct(StringComparer.OrdinalIgnoreCase)
        where !known.Contains(name, StringComparer.OrdinalIgnoreCase)
        let meant = Meant(name, known)
        where meant is not null
        select $"{name}: There is no such section. Is {meant} meant?";

    private static IEnumerable<string> InWords(List<string> known, IConfiguration configuration) =>
        from name in Names<CommandLineConfigurationProvider>(configuration).Distinct(StringComparer.OrdinalIgnoreCase)
        where !known.Concat(Framework).Contains(name, StringComparer.OrdinalIgnoreCase) && !name.StartsWith("OTEL_", StringComparison.OrdinalIgnoreCase)
        select $"{name}: There is no such setting. {(Meant(name, known) is { } meant ? $"Is {meant} meant?" : "host/settings.md lists them; the address is --urls=http://localhost:8090.")}";

    private static string? Meant(string name, List<string> known) =>
        known.FirstOrDefault(other => Distance(name.ToUpperInvariant(), other.ToUpperInvariant()) <= Math.Min(FarthestSlip, other.Length / 3));

    private static IEnumerable<string> Names<TProvider>(IConfiguration configuration)
        where TProvider : IConfigurationProvider => configuration is IConfigurationRoot root
        ? root.Providers.OfType<TProvider>().SelectMany(provider => provider.GetChildKeys([], null))
        : [];

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
