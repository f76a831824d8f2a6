using Monolith.Plugins.Deployment.State;

namespace Monolith.Plugins.Deployment.Targets;

/// <summary>A place that runs instances. Every method may be called again for what it has done before.</summary>
internal interface ITarget
{
    /// <summary>Makes ready what instances of the stage's release are started from.</summary>
    Task<Release> LayAsync(CancellationToken cancellationToken);

    /// <summary>Starts an instance and does not wait until it is ready.</summary>
    /// <returns>Where it will answer, such as <c>http://127.0.0.1:4001</c>.</returns>
    Task<string> StartAsync(Release release, string id, CancellationToken cancellationToken);

    Task<bool> IsRunningAsync(string id, CancellationToken cancellationToken);

    /// <returns>Whether it is the instance that listens there, and not something else that took its place.</returns>
    Task<bool> ListensAsync(string id, string address, CancellationToken cancellationToken) => Task.FromResult(true);

    /// <summary>Asks it to end, and ends it when it does not within 10 s.</summary>
    Task StopAsync(string id, CancellationToken cancellationToken);

    /// <summary>The last lines that it printed.</summary>
    Task<string> LastLinesAsync(string id, CancellationToken cancellationToken);

    /// <summary>Throws away what was laid for releases other than these.</summary>
    Task KeepOnlyAsync(IReadOnlyList<Release> releases, CancellationToken cancellationToken);
}
