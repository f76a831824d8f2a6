using Microsoft.Extensions.Configuration;

namespace Monolith.Secrets.Finding;

/// <summary>The secrets of the operator: the configuration's section <c>Secrets</c>, which settings, environment and files fill.</summary>
internal sealed class ConfiguredSecrets(IConfiguration configuration)
{
    private const string Section = "Secrets";

    /// <summary>By name; their values stay here.</summary>
    public IEnumerable<string> Names => configuration.GetSection(Section).GetChildren().Where(secret => secret.Value is not null).Select(secret => secret.Key);

    /// <returns>Null when there is none.</returns>
    public string? Find(string name) => configuration.GetSection(Section)[name];
}
