using System.Reflection;
using System.Runtime.Loader;
using Autofac;
using Autofac.Core;
using Autofac.Features.ResolveAnything;
using McMaster.NETCore.Plugins;
using Monolith.Agents.Discovery;
using Monolith.Agents.Sdk;

namespace Monolith.Agents.Loading;

/// <summary>
/// Loads a plugin into a context of its own and makes its agents. The one place that knows McMaster.NETCore.Plugins.
/// Only the SDK is shared with the host; files are read into memory, so that they can be replaced while loaded.
/// </summary>
internal sealed class PluginActivator(TimeProvider time) : IDisposable
{
    private readonly IContainer root = Root(time);

    /// <exception cref="BrokenPluginException">It cannot serve.</exception>
    public LoadedPlugin Load(string mainAssembly)
    {
        var loader = PluginLoader.CreateFromAssemblyFile(mainAssembly, Configure);
        ILifetimeScope? scope = null;
        try
        {
            var assembly = loader.LoadDefaultAssembly();
            CheckReferences(assembly, loader);
            var types = AgentTypes(assembly);
            scope = Scope(assembly, types);
            return new LoadedPlugin(loader, scope, [.. types.Select(type => (IAgent)scope.Resolve(type))]);
        }
        catch (Exception broken)
        {
            scope?.Dispose();
            loader.Dispose();
            throw broken as BrokenPluginException ?? new BrokenPluginException(Explain(broken));
        }
    }

    public void Dispose() => root.Dispose();

    private static void Configure(PluginConfig config)
    {
        config.PreferSharedTypes = false;
        config.IsUnloadable = true;
        config.LoadInMemory = true;
        config.SharedAssemblies.Add(typeof(IAgent).Assembly.GetName());
    }

    private static IContainer Root(TimeProvider time)
    {
        var builder = new ContainerBuilder();
        builder.RegisterInstance(time).As<TimeProvider>().ExternallyOwned();
        return builder.Build();
    }

    private ILifetimeScope Scope(Assembly assembly, Type[] agents) =>
        root.BeginLoadContextLifetimeScope(AssemblyLoadContext.GetLoadContext(assembly)!, builder =>
        {
            builder.RegisterTypes(agents).AsSelf().SingleInstance();
            builder.RegisterSource(new AnyConcreteTypeNotAlreadyRegisteredSource(type => type.Assembly == assembly));
        });

    private static Type[] AgentTypes(Assembly assembly)
    {
        var types = assembly.GetExportedTypes()
            .Where(type => type is { IsClass: true, IsAbstract: false } && type.IsAssignableTo(typeof(IAgent)))
            .ToArray();
        return types.Length > 0
            ? types
            : throw new BrokenPluginException($"No public class in {assembly.GetName().Name} implements IAgent.");
    }

    /// <summary>A dependency that is missing shows here and not in the middle of the first run.</summary>
    private static void CheckReferences(Assembly main, PluginLoader loader)
    {
        foreach (var reference in main.GetReferencedAssemblies())
        {
            try
            {
                loader.LoadAssembly(reference);
            }
            catch (Exception missing) when (missing is FileNotFoundException or FileLoadException)
            {
                throw new BrokenPluginException(
                    $"Its dependency {reference.Name} {reference.Version} is missing. Publish the plugin (dotnet publish) and copy the whole folder.");
            }
        }
    }

    private static string Explain(Exception broken) => broken switch
    {
        DependencyResolutionException { InnerException: { } inner } => Explain(inner),
        TargetInvocationException { InnerException: { } inner } => Explain(inner),
        BadImageFormatException => "It is not a .NET assembly.",
        ReflectionTypeLoadException { LoaderExceptions: [{ } first, ..] } => first.Message,
        FileNotFoundException missing => $"{missing.Message} Publish the plugin (dotnet publish) and copy the whole folder.",
        _ => $"{broken.GetType().Name}: {broken.Message}",
    };
}
