using Autofac;
using Monolith.Agents.Discovery;
using Monolith.Agents.Sdk;
using Monolith.Kernel;

namespace Monolith.Agents.Loading;

/// <summary>Loads a plugin's assembly into this process, which is the host or a worker of it.</summary>
internal sealed class AssemblyReader(TimeProvider time) : IDisposable
{
    private readonly IContainer root = PluginScope.Root(time);

    public Result<LoadedPlugin> Read(PluginFolder folder, string contentHash, string? publisher)
    {
        var found = MainAssembly.Find(folder);
        if (!found.IsSuccess)
            return found.Problems[0];
        if (CheckSdk(found.Value) is { } refused)
            return refused;
        if (DependencyManifest.FaultOf(found.Value) is { } damaged)
            return damaged;

        var context = PluginContext.Open(found.Value);
        ILifetimeScope? scope = null;
        var loaded = false;
        try
        {
            if (ReferenceCheck.Check(context, found.Value) is { } missing)
                return missing;
            scope = PluginScope.Open(root, context.LoadContext);
            var agents = Agents(context, scope, folder, contentHash, publisher);
            loaded = agents.IsSuccess;
            return loaded ? LoadedPlugin.Of(agents.Value, scope, context, folder, contentHash) : agents.Problems[0];
        }
        finally
        {
            if (!loaded)
                Drop(scope, context);
        }
    }

    public void Dispose() => root.Dispose();

    private static Problem? CheckSdk(string assembly)
    {
        var name = Path.GetFileName(assembly);
        try
        {
            return SdkVersion.ReferencedBy(assembly) is { } version
                ? SdkVersion.Check(version, SdkVersion.OfHost)
                : LoadFault.Failed($"'{name}' does not reference {SdkVersion.AssemblyName}, so it holds no agent.");
        }
        catch (BadImageFormatException)
        {
            return LoadFault.Failed($"'{name}' is not a .NET assembly. Copy the plugin's whole output again.");
        }
    }

    private static Result<List<LoadedAgent>> Agents(
        PluginContext context, ILifetimeScope scope, PluginFolder folder, string contentHash, string? publisher)
    {
        var types = AgentTypes.In(context.Main);
        if (!types.IsSuccess)
            return types.Problems[0];

        var agents = new List<LoadedAgent>();
        foreach (var type in types.Value)
        {
            var agent = Agent(type, scope, folder, contentHash);
            if (!agent.IsSuccess)
                return agent.Problems[0];
            if (agents.Exists(other => other.Listing.Name == agent.Value.Listing.Name))
                return LoadFault.Failed($"Two classes call themselves '{agent.Value.Listing.Name}'. Give each its own name.");
            agents.Add(agent.Value with { Listing = agent.Value.Listing with { Publisher = publisher } });
        }

        return agents;
    }

    private static Result<LoadedAgent> Agent(Type type, ILifetimeScope scope, PluginFolder folder, string contentHash)
    {
        IAgent instance;
        try
        {
            instance = (IAgent)scope.Resolve(type);
        }
        catch (Exception fault)
        {
            return LoadFault.FromConstruction(fault, type, folder);
        }

        var listing = DescriptorCheck.Check(instance.Descriptor, type.FullName!, folder.Name, contentHash);
        return listing.IsSuccess ? new LoadedAgent(instance, listing.Value) { Folder = folder.Path } : listing.Problems[0];
    }

    // A refused plugin's own clean-up may throw as well; the reason it was refused for is the one that counts.
    private static void Drop(ILifetimeScope? scope, PluginContext context)
    {
        try
        {
            scope?.Dispose();
        }
        catch (Exception)
        {
        }

        context.Dispose();
    }
}
