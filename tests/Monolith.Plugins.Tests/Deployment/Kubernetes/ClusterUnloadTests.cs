using System.Reflection;
using System.Runtime.CompilerServices;

namespace Monolith.Plugins.Tests.Deployment.Kubernetes;

/// <summary>The client of clusters is loaded with the plugin, and must go with it.</summary>
public sealed class ClusterUnloadTests : KubernetesTestBase
{
    private const int MostCollections = 20;

    [Fact]
    public async Task Unload_AfterADeployment_IsCollected()
    {
        await using var server = await ServeAsync();

        var context = await UseAsync(Context("deploy", Image("shop:1")), Context("stop", new { target = Known() }));

        for (var collections = 0; context.IsAlive && collections < MostCollections; collections++)
        {
            GC.Collect();
            GC.WaitForPendingFinalizers();
            await Task.Yield();
        }

        Assert.False(context.IsAlive);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static async Task<WeakReference> UseAsync(params TestContext[] stages)
    {
        var context = new PluginContext();
        var type = context.LoadFromAssemblyName(new AssemblyName("Monolith.Plugins.Deployment")).GetExportedTypes().Single(type => type.Name == "DeploymentAgent");
        foreach (var stage in stages)
        {
            (await ((IAgent)Activator.CreateInstance(type)!).ExecuteAsync(stage, CancellationToken.None)).Succeeded(stage);
        }

        Assert.Contains(context.Assemblies, assembly => assembly.GetName().Name == "KubernetesClient.Aot");
        context.Unload();
        return new WeakReference(context);
    }
}
