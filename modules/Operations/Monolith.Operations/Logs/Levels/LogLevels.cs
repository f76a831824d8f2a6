using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging;

namespace Monolith.Operations.Logs.Levels;

/// <summary>
/// Levels that were changed while the host runs: the last word of its configuration, gone with the process. The logs follow the
/// configuration by themselves.
/// </summary>
internal sealed class LogLevels : ConfigurationProvider, IConfigurationSource
{
    private const string Prefix = "Logging:LogLevel:";

    /// <summary>The category of everything that has no level of its own.</summary>
    public const string Default = "Default";

    private readonly Lock gate = new();

    public IConfigurationProvider Build(IConfigurationBuilder builder) => this;

    /// <param name="category">A part of the program by the first words of its name.</param>
    /// <param name="level">Null for what is configured.</param>
    public void Change(string category, LogLevel? level)
    {
        lock (gate)
        {
            // A new one: others read the old one meanwhile.
            var changed = new Dictionary<string, string?>(Data, StringComparer.OrdinalIgnoreCase);
            if (level is { } wanted)
                changed[Prefix + category] = wanted.ToString();
            else
                changed.Remove(Prefix + category);
            Data = changed;
        }

        OnReload();
    }

    /// <returns>The levels that count, by category.</returns>
    public static IReadOnlyDictionary<string, string> Of(IConfiguration configuration) => configuration.GetSection("Logging:LogLevel").GetChildren()
        .Select(entry => (entry.Key, Level: LevelNames.Find(entry.Value)))
        .Where(entry => entry.Level is not null)
        .ToDictionary(entry => entry.Key, entry => LevelNames.Of(entry.Level!.Value));
}
