using Monolith.Client;
using Monolith.Kernel;

namespace Monolith.Host.Runs;

/// <summary>
/// <c>demo</c>: does the main job before the newcomer's eyes, on the host's own REST API: submits a sample pipeline, tells
/// each stage as it goes, and says where the artifacts lie.
/// </summary>
internal static class DemoCommand
{
    /// <returns>0 when the run succeeded, 1 when it did not.</returns>
    public static async Task<int> RunAsync(string address, string? key, string sample, DataFolders folders, CancellationToken cancellationToken) =>
        await new OwnRun(address, key, folders, leaveWaiting: false)
            .TellAsync(await File.ReadAllTextAsync(sample, cancellationToken), new StartRunRequest(), cancellationToken);
}
