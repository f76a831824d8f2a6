namespace Monolith.Plugins.Deployment.Targets.Containers;

internal static class EngineSocket
{
    private const string Usual = "/var/run/docker.sock";

    public static string Of(IAgentContext context, string? named) => named is null ? Usual : Path.GetFullPath(named, context.Workspace);
}
