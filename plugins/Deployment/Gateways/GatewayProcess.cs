using System.Globalization;
using Monolith.Plugins.Deployment.Settings;
using Monolith.Plugins.Deployment.State;
using Monolith.Plugins.Deployment.Targets.Processes;

namespace Monolith.Plugins.Deployment.Gateways;

/// <summary>The gateway's program on this machine: one for a target, started by the first deployment, and it stays.</summary>
internal sealed class GatewayProcess(IAgentContext context, TargetFolder folder, Journal journal, GatewayClient client)
{
    private static readonly TimeSpan StartsWithin = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(50);

    private readonly LocalShell shell = new(context);

    private string Id => $"gateway-{journal.Mark}";

    /// <returns>Whether it had to be started.</returns>
    public async Task<bool> EnsureAsync(TargetSettings settings, CancellationToken cancellationToken)
    {
        var port = settings.Port ?? throw new ParameterException("target.port", "is missing: say where the gateway is to listen");
        if (await client.FindAsync(cancellationToken) is { } status)
        {
            if (status.Port != port || status.Address != settings.Listen)
            {
                throw new DeploymentException(Failed.Validation(
                    $"The gateway of target '{settings.Name}' listens on {status.Address}:{status.Port}. Stop the target before it listens elsewhere, or say so in target.listen and target.port."));
            }

            return false;
        }

        // One that hangs holds the port.
        await Detached.StopAsync(shell, Id, cancellationToken);
        await StartAsync(settings.Listen, port, cancellationToken);
        return true;
    }

    public async Task StopAsync(CancellationToken cancellationToken)
    {
        if (await client.FindAsync(cancellationToken) is not null)
        {
            await client.ShutDownAsync(cancellationToken);
        }

        await Detached.StopAsync(shell, Id, cancellationToken);
    }

    private async Task StartAsync(string listen, int port, CancellationToken cancellationToken)
    {
        var program = GatewayFiles.Lay(folder.At("gateway"));
        File.Delete(folder.GatewayLog);
        string[] command = ["dotnet", program, folder.Path, listen, port.ToString(CultureInfo.InvariantCulture)];
        (await shell.RunAsync(Detached.Start(Id, folder.Path, command, [], folder.GatewayLog), cancellationToken)).Expect("The gateway cannot be started");
        var started = context.Time.GetTimestamp();
        while (await client.FindAsync(cancellationToken) is null)
        {
            await Task.Delay(Interval, context.Time, cancellationToken);
            if (context.Time.GetElapsedTime(started) > StartsWithin || !await Detached.IsRunningAsync(shell, Id, cancellationToken))
            {
                var log = File.Exists(folder.GatewayLog) ? await File.ReadAllTextAsync(folder.GatewayLog, cancellationToken) : "";
                throw new DeploymentException(AgentResult.Failure(
                    AgentErrorCodes.InsufficientResources, $"The gateway does not start on {listen}:{port}: {log.Trim().Cut(1_000)}"));
            }
        }

        context.Log.Info($"The gateway listens on http://{listen}:{port}.");
    }
}
