using Monolith.Plugins.E2e.Secrets;
using Monolith.Plugins.E2e.Sources;

namespace Monolith.Plugins.E2e.Run;

internal static class StageSecrets
{
    /// <summary>The values of the secrets that scenarios use, or all that are missing.</summary>
    public static Outcome<Dictionary<string, string>> Find(IAgentContext context, ScenarioSources sources)
    {
        var found = new Dictionary<string, string>(StringComparer.Ordinal);
        var faults = new List<string>();
        foreach (var name in sources.Files.SelectMany(file => file.Scenarios).SelectMany(scenario => scenario.Secrets).Distinct())
        {
            if (context.Secrets.Find(name) is not { } value)
                faults.Add($"There is no secret '{name}': the stage must declare it under 'secrets' and a store must hold it.");
            else if (value.Length < SecretText.Shortest)
                faults.Add($"The secret '{name}' is shorter than {SecretText.Shortest} characters, so it could not be kept out of reports.");
            else
                found[name] = value;
        }

        return faults.Count == 0 ? found : Failed.Validation(string.Join('\n', faults));
    }

    /// <summary>Those that the application gets too: it may print them.</summary>
    public static IEnumerable<string> All(IAgentContext context, IReadOnlyDictionary<string, string> used) =>
        used.Values.Concat(context.Parameters.Value("app")!.Value.Map("secretEnvironment").Values.Select(name => context.Secrets.Find(name) ?? ""));
}
