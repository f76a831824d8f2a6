using System.Reflection;
using System.Runtime.Loader;

namespace Monolith.Plugins.Tests.Deployment.Kubernetes;

/// <summary>Holds the plugin and what it brings along.</summary>
internal sealed class PluginContext() : AssemblyLoadContext("cluster", isCollectible: true)
{
    protected override Assembly? Load(AssemblyName assemblyName)
    {
        var isOwn = assemblyName.Name is "Monolith.Plugins.Deployment" or "KubernetesClient.Aot" or "YamlDotNet" or "Fractions";
        return isOwn ? LoadFromAssemblyPath(Path.Combine(AppContext.BaseDirectory, $"{assemblyName.Name}.dll")) : null;
    }
}
