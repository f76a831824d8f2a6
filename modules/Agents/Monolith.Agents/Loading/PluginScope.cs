using System.Runtime.Loader;
using Autofac;
using Autofac.Features.ResolveAnything;

namespace Monolith.Agents.Loading;

/// <summary>Where a plugin's objects are made: its own concrete classes, each once, and the clock.</summary>
internal static class PluginScope
{
    public static IContainer Root(TimeProvider time)
    {
        var builder = new ContainerBuilder();
        builder.RegisterInstance(time).As<TimeProvider>().ExternallyOwned();
        return builder.Build();
    }

    // Any other way to open a scope keeps the plugin's types in Autofac's caches, and its load context with them.
    public static ILifetimeScope Open(IContainer root, AssemblyLoadContext context) =>
        root.BeginLoadContextLifetimeScope(context, builder => builder.RegisterSource(
            new AnyConcreteTypeNotAlreadyRegisteredSource(type => AssemblyLoadContext.GetLoadContext(type.Assembly) == context)
                .WithRegistrationsAs(registration => registration.SingleInstance())));
}
