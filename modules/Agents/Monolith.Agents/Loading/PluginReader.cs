using Autofac;
using Monolith.Agents.Discovery;
using Monolith.Agents.Sdk;
using Monolith.Agents.Trust;
using Monolith.Kernel;

namespace Monolith.Agents.Loading;

/// <summary>Turns a folder into a plugin, whole or not at all.</summary>
internal sealed class PluginReader(TimeProvider time, PluginCopies copies, PluginTrust trust) : IDisposable
{
    private readonly IContainer root = PluginScope.Root(time);

    /// <param name="source">Where somebody put it.</param>
    /// <param name="loaded">Gives what is loaded of a content hash, to be taken as it is.</param>
    public PluginOutcome Read(PluginFolder source, Func<string, LoadedPlugin?>? loaded = null)
    {
        try
        {
            if (source.Fault is { } found)
                return new(source, "", found);
            var copied = copies.Copy(source);
            if (!copied.IsSuccess)
                return new(source, "", copied.Problems[0]);
            var (copy, contentHash) = copied.Value;
            return loaded?.Invoke(contentHash) is { } plugin ? new(source, contentHash, plugin) : ReadCopy(copy, contentHash);
        }
        catch (Exception fault)
        {
            return new(source, "", LoadFault.From(fault, source));
        }
    }

    /// <returns>Null when there is no copy of that version.</returns>
    public PluginOutcome? ReadVersion(string contentHash) => copies.Find(contentHash) is { } copy ? ReadCopy(copy, contentHash) : null;

    public void Dispose() => root.Dispose();

    private PluginOutcome ReadCopy(PluginFolder copy, string contentHash)
    {
        var source = new PluginFolder(copy.Origin) { Name = copy.Name, Place = copy.Place };
        try
        {
            var verdict = trust.Of(copy, contentHash);
            return new PluginOutcome(source, contentHash, verdict.Fault is { } fault ? fault : Load(copy, contentHash, verdict.Publisher)) { Refused = verdict.Refused };
        }
        catch (Exception fault)
        {
            return new(source, contentHash, LoadFault.From(fault, copy));
        }
    }

    private Result<LoadedPlugin> Load(PluginFolder folder, string contentHash, string? publisher)
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
            return loaded ? Loaded(agents.Value, scope, context, folder, contentHash) : agents.Problems[0];
        }
        finally
        {
            if (!loaded)
                Drop(scope, context);
        }
    }

    private static LoadedPlugin Loaded(List<LoadedAgent> agents, ILifetimeScope scope, PluginContext context, PluginFolder folder, string contentHash)
    {
        var calls = new CallCount();
        return new([.. agents.Select(agent => agent with { Calls = calls })], scope, context)
        {
            Name = folder.Name,
            Place = folder.Place,
            ContentHash = contentHash,
            Calls = calls,
            Context = new WeakReference(context.LoadContext),
        };
    }

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
