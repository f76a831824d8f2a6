using System.Globalization;

namespace Monolith.Plugins.Command;

/// <summary>What the program finds in its environment besides what the stage has already.</summary>
internal static class ProgramEnvironment
{
    public static Outcome<IReadOnlyDictionary<string, string?>> Of(IAgentContext context, string privateFolder)
    {
        var environment = new Dictionary<string, string?>();
        foreach (var (name, value) in context.Parameters.Map("environment"))
        {
            environment[name] = value;
        }

        foreach (var (name, secret) in context.Parameters.Map("secretEnvironment"))
        {
            if (context.Secrets.Find(secret) is not { } value)
            {
                return Failed.Validation(
                    $"There is no secret '{secret}' for '{name}': the stage must declare it and a store must hold it.");
            }

            environment[name] = value;
        }

        environment["MONOLITH_OUTPUT"] = Path.Combine(privateFolder, OutputFile.Name);
        environment["MONOLITH_METRICS"] = Path.Combine(privateFolder, MetricsFile.Name);
        environment["MONOLITH_WORKSPACE"] = context.Workspace;
        environment["MONOLITH_RUN_ID"] = context.RunId;
        environment["MONOLITH_STAGE_ID"] = context.StageId;
        environment["MONOLITH_ATTEMPT"] = context.Attempt.ToString(CultureInfo.InvariantCulture);
        environment["MONOLITH_IDEMPOTENCY_KEY"] = context.IdempotencyKey;
        return environment;
    }
}
