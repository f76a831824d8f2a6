using Microsoft.Extensions.Logging.Abstractions;
using Monolith.Agents.Sandbox;
using Monolith.Agents.Sandbox.Containers;
using Monolith.Agents.Sandbox.Hosts;
using Monolith.Agents.Sdk;
using Monolith.Kernel;

namespace Monolith.Agents.Tests.Support;

/// <summary>A sandbox as the test wants it.</summary>
internal sealed record SandboxSetup(SandboxOptions Options, AgentCapabilities? Capabilities, string DataFolder)
{
    public static SandboxSetup Without { get; } = new(new SandboxOptions { Mode = SandboxMode.None }, Capabilities: null, "/nonexistent");

    public ProgramSandbox Build(HostProxy? proxy = null)
    {
        var options = Microsoft.Extensions.Options.Options.Create(Options);
        var paths = new SandboxPaths(new DataFolders(DataFolder), options);
        proxy ??= new HostProxy(NullLogger<HostProxy>.Instance);
        return new ProgramSandbox(options,
        [
            new Bubblewrap(new BubblewrapProbe(), paths, proxy, options),
            new Container(new ContainerProbe(options), paths, new ContainerNetworks(proxy, options), options, NullLogger<Container>.Instance),
        ]);
    }
}
