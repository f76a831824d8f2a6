using Monolith.Plugins.Deployment.Settings;
using Monolith.Plugins.Deployment.State;

namespace Monolith.Plugins.Deployment.Targets.Kubernetes;

/// <summary>A cluster starts, restarts and stops instances itself, so that this has little to do: see <see cref="ClusterDeployer"/>.</summary>
internal sealed class ClusterTarget(IAgentContext context, TargetSettings settings) : ITarget
{
    public Task<Release> LayAsync(CancellationToken cancellationToken)
    {
        var image = context.Parameters.RequiredText("image");
        var version = context.Parameters.Text("version") ?? image.Split('/')[^1].Replace(':', '-').Replace('@', '-');
        return Task.FromResult(new Release(version, version, Launch.Part(context.Parameters)));
    }

    public Task<string> StartAsync(Release release, string id, CancellationToken cancellationToken) => throw TheClustersOwn();

    public Task<bool> IsRunningAsync(string id, CancellationToken cancellationToken) => throw TheClustersOwn();

    public Task StopAsync(string id, CancellationToken cancellationToken) => throw TheClustersOwn();

    public Task<string> LastLinesAsync(string id, CancellationToken cancellationToken) => throw TheClustersOwn();

    public async Task KeepOnlyAsync(IReadOnlyList<Release> releases, CancellationToken cancellationToken)
    {
        if (releases.Count == 0)
        {
            using var cluster = new Cluster(context, settings);
            await cluster.KeepOnlyAsync([], cancellationToken);
        }
    }

    private static InvalidOperationException TheClustersOwn() => new("A cluster minds its own instances.");
}
