using Autofac;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Monolith.Agents.Catalog;
using Monolith.Agents.Contracts;
using Monolith.Agents.Discovery;
using Monolith.Agents.Invocation;
using Monolith.Agents.Loading;
using Monolith.Agents.Network;
using Monolith.Agents.Sandbox.Hosts;
using Monolith.Agents.Sdk;
using Monolith.Agents.Tests.Network;

namespace Monolith.Agents.Tests.Support;

/// <summary>An invoker that serves one agent, <c>stub</c>, whose action <c>do</c> does what the test says.</summary>
internal sealed class StubAgents(
    Func<IAgentContext, CancellationToken, Task<AgentResult>> does, TimeProvider? time = null, SandboxSetup? setup = null, AgentNetwork? network = null)
    : IAgent, IDisposable
{
    public const string ContentHash = "0123";

    private readonly HostProxy proxy = new(NullLogger<HostProxy>.Instance);
    private readonly IContainer nothing = new ContainerBuilder().Build();

    public CollectedLogs Logs { get; } = new();

    public AgentDescriptor Descriptor { get; } =
        new("stub", "1.0.0", "Does what the test says.", [new AgentAction("do", "Does it.", "{}")]) { Capabilities = setup?.Capabilities };

    public IAgentInvoker Invoker => field ??= Create();

    public Task<AgentResult> ExecuteAsync(IAgentContext context, CancellationToken cancellationToken) => does(context, cancellationToken);

    public void Dispose()
    {
        nothing.Dispose();
        proxy.Dispose();
    }

    private AgentInvoker Create()
    {
        var sandbox = (setup ?? SandboxSetup.Without).Build(proxy);
        var listing = DescriptorCheck.Check(Descriptor, "stub", "stub", ContentHash).Value;
        var catalog = new AgentCatalog();
        catalog.Add(new PluginOutcome(new PluginFolder("/stub"), ContentHash, new LoadedPlugin([new LoadedAgent(this, listing)], nothing, nothing) { ContentHash = ContentHash }));
        return new AgentInvoker(catalog, Readers.SwapsOf(catalog), sandbox, network ?? Networks.Local, time ?? TimeProvider.System, new Logger<AgentInvoker>(new LoggerFactory([Logs])));
    }
}
