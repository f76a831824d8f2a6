using Microsoft.Extensions.Configuration;
using Monolith.Pipelines.Definitions.Model;

namespace Monolith.Pipelines.Engine.Stages;

/// <summary>The secrets a stage declares, read from the configuration section <c>Secrets</c> when the stage begins.</summary>
internal sealed class StageSecrets(IConfiguration configuration)
{
    private static readonly Dictionary<string, string> None = [];

    public IReadOnlyDictionary<string, string> Of(StageDefinition stage)
    {
        if (stage.Secrets.Count == 0)
            return None;

        var section = configuration.GetSection("Secrets");
        return stage.Secrets
            .Where(name => section[name] is not null)
            .ToDictionary(name => name, name => section[name]!);
    }
}
