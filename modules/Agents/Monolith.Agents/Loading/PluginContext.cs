using System.Reflection;
using System.Runtime.Loader;
using McMaster.NETCore.Plugins;
using Monolith.Agents.Sdk;

namespace Monolith.Agents.Loading;

/// <summary>
/// One load of one plugin's assemblies, apart from the host's and from other plugins'. The one place that knows the
/// loader library.
/// </summary>
internal sealed class PluginContext : IDisposable
{
    private readonly PluginLoader loader;

    private PluginContext(PluginLoader loader)
    {
        this.loader = loader;
        // The loader reads the file again at every call, so this is asked once.
        Main = loader.LoadDefaultAssembly();
    }

    public Assembly Main { get; }

    public AssemblyLoadContext LoadContext => AssemblyLoadContext.GetLoadContext(Main)!;

    public static PluginContext Open(string mainAssembly)
    {
        var config = new PluginConfig(mainAssembly)
        {
            PreferSharedTypes = false,
            IsUnloadable = true,
            // A mapped dll that is overwritten takes the whole process down.
            LoadInMemory = true,
        };
        config.SharedAssemblies.Add(typeof(IAgent).Assembly.GetName());

        var loader = new PluginLoader(config);
        try
        {
            return new PluginContext(loader);
        }
        catch
        {
            loader.Dispose();
            throw;
        }
    }

    /// <returns>Null when no file gives the assembly.</returns>
    public Assembly? Resolve(AssemblyName name)
    {
        try
        {
            return loader.LoadAssembly(name);
        }
        catch (Exception fault) when (fault is FileNotFoundException or FileLoadException)
        {
            return null;
        }
    }

    public void Dispose() => loader.Dispose();
}
