using Monolith.Client;
using Monolith.Client.Watching;
using Monolith.Host.Startup;
using Monolith.Kernel;

namespace Monolith.Host.Runs;

/// <summary>A run on the host that this process is, started by its own REST API and told as it goes, as any client would.</summary>
/// <param name="address">Where it listens.</param>
/// <param name="key">What it lets this process in by; null where nobody signs in.</param>
/// <param name="folders">Where artifacts lie.</param>
/// <param name="leaveWaiting">Whether to leave a run that waits for a person.</param>
internal sealed class OwnRun(string address, string? key, DataFolders folders, bool leaveWaiting)
{
    /// <returns>0 when it succeeded, 1 when it failed or the host stopped first, 10 when it was left waiting for a person.</returns>
    /// <exception cref="StartRefusedException">It is refused; a line for each reason.</exception>
    public async Task<int> TellAsync(string definition, StartRunRequest request, CancellationToken cancellationToken)
    {
        using var client = new MonolithClient(new Uri(address), key);
        var run = await StartAsync(client, definition, request, cancellationToken);
        var report = new RunReport(Console.Out, address, isColoured: !Console.IsOutputRedirected, FileOf);
        var steps = new CurlSteps(address, signsIn: key is not null, isLeft: leaveWaiting);
        return await new RunWatch(client, report, steps, leaveWaiting).ToItsEndAsync(run, cancellationToken) switch
        {
            WatchEnd.Succeeded => 0,
            WatchEnd.Waiting => 10,
            _ => 1,
        };
    }

    private static async Task<RunResponse> StartAsync(MonolithClient client, string definition, StartRunRequest request, CancellationToken cancellationToken)
    {
        try
        {
            return await client.StartDefinitionAsync(definition, request, cancellationToken: cancellationToken);
        }
        catch (MonolithException refused)
        {
            throw new StartRefusedException([.. refused.Reasons]);
        }
    }

    private string FileOf(ArtifactResponse artifact) => Path.Combine(folders.Artifacts, artifact.Sha256[..2], artifact.Sha256);
}
