using Monolith.Plugins.Deployment.Settings;
using Monolith.Plugins.Deployment.State;
using Monolith.Plugins.Deployment.Targets.Containers;
using Monolith.Plugins.Deployment.Targets.Kubernetes;
using Monolith.Plugins.Deployment.Targets.Processes;

namespace Monolith.Plugins.Deployment.Targets;

internal static class TargetTypes
{
    public static ITarget Make(IAgentContext context, TargetSettings settings, TargetFolder folder) => settings.Type switch
    {
        "process" => new ProcessTarget(context, settings, new LocalShell(context), folder.Path),
        "container" => new ContainerTarget(context, settings),
        "ssh" => new ProcessTarget(context, settings, new SshShell(context, settings), $"{settings.Json.RequiredText("folder").TrimEnd('/')}/{settings.Name}"),
        "kubernetes" => new ClusterTarget(context, settings),
        _ => throw new ParameterException("target.type", "must be process, container, ssh or kubernetes"),
    };
}
