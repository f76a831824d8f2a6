using Monolith.Plugins.Deployment.Targets.Containers.Podman;

namespace Monolith.Plugins.Deployment.Targets.Containers;

/// <summary>Which engine a stage talks to.</summary>
internal static class EngineSocket
{
    private const string Usual = "/var/run/docker.sock";
    private const string UnixScheme = "unix://";

    /// <summary>The one that is named, that of <c>DOCKER_HOST</c>, one where engines usually listen, or podman's, which is started for it.</summary>
    /// <exception cref="DeploymentException">podman's does not start.</exception>
    public static async Task<EngineClient> OpenAsync(IAgentContext context, string? named, CancellationToken cancellationToken)
    {
        var socket = named is null ? OfVariable() ?? OfMachine() : Path.GetFullPath(named, context.Workspace);
        return new EngineClient(socket ?? await PodmanService.EnsureAsync(context, cancellationToken) ?? Usual);
    }

    private static string? OfVariable() =>
        Environment.GetEnvironmentVariable("DOCKER_HOST") is { } address && address.StartsWith(UnixScheme, StringComparison.Ordinal)
            ? address[UnixScheme.Length..]
            : null;

    private static string? OfMachine()
    {
        var own = Environment.GetEnvironmentVariable("XDG_RUNTIME_DIR");
        string[] sockets = own is null ? [Usual] : [Usual, Path.Combine(own, "podman", "podman.sock")];
        return sockets.FirstOrDefault(File.Exists);
    }
}
