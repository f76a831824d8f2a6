using System.Globalization;
using Monolith.Plugins.Deployment.State;
using Monolith.Plugins.Deployment.Targets.Processes;

namespace Monolith.Plugins.Deployment.Targets.Containers.Podman;

/// <summary>
/// podman's own service, where no engine listens: started when it is needed. It ends by itself a minute after the last request; the
/// containers do not need it.
/// </summary>
internal static class PodmanService
{
    private const string Id = "podman-service";
    private const int MostProcesses = 32_768; // podman bounds itself to so many

    private static readonly TimeSpan StartsWithin = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(50);

    /// <returns>Its socket; null when there is no podman.</returns>
    /// <exception cref="DeploymentException">It does not start.</exception>
    public static async Task<string?> EnsureAsync(IAgentContext context, CancellationToken cancellationToken)
    {
        // No target's name begins with a dot.
        var folder = TargetFolder.Of(context, state: null, ".podman");
        var socket = folder.At("podman.sock");
        var shell = new LocalShell(context);
        var begun = context.Time.GetTimestamp();
        var isStarted = false;
        while (!await EngineClient.AnswersAsync(socket, cancellationToken))
        {
            using var turn = folder.TryLock();
            if (turn is not null && !isStarted && !await EngineClient.AnswersAsync(socket, cancellationToken))
            {
                if (!await StartAsync(shell, folder, socket, cancellationToken))
                {
                    return null;
                }

                isStarted = true;
            }

            if (context.Time.GetElapsedTime(begun) > StartsWithin)
            {
                throw new DeploymentException(AgentResult.Failure(
                    AgentErrorCodes.InsufficientResources, $"'podman system service' does not start: {await LogAsync(folder, cancellationToken)}", retryable: true));
            }

            await Task.Delay(Interval, context.Time, cancellationToken);
        }

        return socket;
    }

    private static async Task<bool> StartAsync(LocalShell shell, TargetFolder folder, string socket, CancellationToken cancellationToken)
    {
        string[] command = ["podman", "system", "service", "--time=60", $"unix://{socket}"];
        var script = $"command -v podman >/dev/null || exit 3\nrm -f {ShellText.Quote(socket)}\n" + Limits(folder) + Detached.Start(Id, folder.Path, command, [], folder.At("podman.log"));
        return (await shell.RunAsync(script, cancellationToken)).ExitCode == 0;
    }

    // As root podman asks for more open files and processes than an account with a hard limit may give, and then starts no container.
    private static string Limits(TargetFolder folder) => $"""
        files=$(ulimit -Hn) processes={MostProcesses.ToString(CultureInfo.InvariantCulture)}
        if [ "$(id -u)" = 0 ] && [ "$files" != unlimited ] && [ "$files" -lt 1048576 ] && [ -z "$CONTAINERS_CONF" ]; then
          export CONTAINERS_CONF={ShellText.Quote(folder.At("containers.conf"))}
          printf '[containers]\ndefault_ulimits = ["nofile=%s:%s", "nproc=%s:%s"]\n' "$files" "$files" "$processes" "$processes" > "$CONTAINERS_CONF"
        fi

        """;

    private static async Task<string> LogAsync(TargetFolder folder, CancellationToken cancellationToken)
    {
        var log = folder.At("podman.log");
        return File.Exists(log) ? (await File.ReadAllTextAsync(log, cancellationToken)).Trim().Cut(1_000) : "it says nothing";
    }
}
