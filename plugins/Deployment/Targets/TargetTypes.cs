using Monolith.Plugins.Deployment.Settings;
using Monolith.Plugins.Deployment.State;
using Monolith.Plugins.Deployment.Targets.Processes;

namespace Monolith.Plugins.Deployment.Targets;

internal static class TargetTypes
{
    public static ITarget Make(IAgentContext context, TargetSettings settings, TargetFolder folder) => settings.Type switch
    {
        "process" => new ProcessTarget(context, settings, new LocalShell(context), folder.Path),
        _ => throw new ParameterException("target.type", "must be process, container or ssh"),
    };
}
