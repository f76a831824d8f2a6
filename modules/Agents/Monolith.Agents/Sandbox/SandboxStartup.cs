using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Monolith.Agents.Sandbox;

/// <summary>Tells at the host's start what programs would be refused for.</summary>
internal sealed class SandboxStartup(ProgramSandbox sandbox, ILogger<SandboxStartup> logger) : BackgroundService
{
    protected override Task ExecuteAsync(CancellationToken stoppingToken) => Task.Run(Tell, stoppingToken);

    private void Tell()
    {
        if (sandbox.Fault is { } fault)
            logger.LogWarning("Programs of agents are refused: {Fault}", fault);
    }
}
