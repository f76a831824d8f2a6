using System.Text.RegularExpressions;
using Monolith.Plugins.Deployment.State;

namespace Monolith.Plugins.Deployment.Targets;

internal static partial class LaunchEnvironment
{
    /// <exception cref="DeploymentException">A secret is not known to the stage.</exception>
    public static IReadOnlyList<KeyValuePair<string, string>> Of(IAgentContext context, Launch launch)
    {
        if (launch.Environment.Keys.Concat(launch.SecretEnvironment.Keys).FirstOrDefault(name => !Name().IsMatch(name)) is { } wrong)
        {
            throw new ParameterException($"environment.{wrong}", "is no name of a variable: use letters, digits and underscores, no digit first");
        }

        var missing = launch.SecretEnvironment.Where(entry => context.Secrets.Find(entry.Value) is null).Select(entry => $"'{entry.Value}' for '{entry.Key}'").ToList();
        return missing.Count == 0
            ? [.. launch.Environment, .. launch.SecretEnvironment.Select(entry => KeyValuePair.Create(entry.Key, context.Secrets.Find(entry.Value)!))]
            : throw new DeploymentException(Failed.Validation(
                $"There is no secret {string.Join(", ", missing)}: the stage must declare it under secrets, and a store must hold it."));
    }

    /// <summary>What an instance printed goes into files, which the host does not mask as it does its logs and messages.</summary>
    public static string Masked(IAgentContext context, Launch launch, string text) => launch.SecretEnvironment.Values
        .Select(context.Secrets.Find).OfType<string>().Where(secret => secret.Length > 0)
        .Aggregate(text, (masked, secret) => masked.Replace(secret, "***", StringComparison.Ordinal));

    [GeneratedRegex("^[A-Za-z_][A-Za-z0-9_]*$")]
    private static partial Regex Name();
}
