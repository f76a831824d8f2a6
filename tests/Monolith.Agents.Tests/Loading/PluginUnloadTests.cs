using System.Runtime.CompilerServices;
using System.Runtime.Loader;
using Microsoft.Extensions.Logging.Abstractions;
using Monolith.Agents.Catalog;
using Monolith.Agents.Discovery;
using Monolith.Agents.Invocation;
using Monolith.Agents.Loading;
using Monolith.Agents.Tests.Network;
using Monolith.Agents.Tests.Support;
using Monolith.PluginFixtures;

namespace Monolith.Agents.Tests.Loading;

[Collection(AloneCollection.Name)]
public sealed class PluginUnloadTests
{
    [Fact]
    public async Task Unload_AfterCallsIn100Cycles_EveryContextIsCollected()
    {
        using var plugins = new TempFolder();
        var folder = new PluginFolder(PluginFixture.Copy("Good", plugins.Path));
        using var reader = Readers.In(plugins);
        var contexts = new List<WeakReference>();

        for (var cycle = 0; cycle < 100; cycle++)
            contexts.Add(await LoadCallUnloadAsync(reader, folder));

        // The last cycle's own frame is still below this one on the stack until then.
        await Task.Yield();
        Assert.Equal(0, AliveAfterCollection(contexts));
    }

    [Theory]
    [InlineData("ThrowingConstructor")]
    [InlineData("MissingDependency")]
    [InlineData("InvalidDescriptor")]
    [InlineData("NoAgent")]
    public void Read_RefusedPlugin_ItsContextIsCollected(string fixture)
    {
        using var plugins = new TempFolder();
        using var reader = Readers.In(plugins);
        var folder = new PluginFolder(PluginFixture.Copy(fixture, plugins.Path));

        RefuseTenTimes(reader, folder);
        AliveAfterCollection([]);

        var loaded = AppDomain.CurrentDomain.GetAssemblies().Select(assembly => assembly.GetName().Name);
        Assert.DoesNotContain($"Monolith.PluginFixtures.{fixture}", loaded);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static async Task<WeakReference> LoadCallUnloadAsync(PluginReader reader, PluginFolder folder)
    {
        var outcome = reader.Read(folder);
        var plugin = outcome.Result.Value;
        var context = new WeakReference(AssemblyLoadContext.GetLoadContext(plugin.Agents[0].Instance.GetType().Assembly));
        var catalog = new AgentCatalog();
        catalog.Add(outcome);
        await CallEverythingAsync(new AgentInvoker(catalog, Readers.SwapsOf(catalog), SandboxSetup.Without.Build(), Networks.Local, TimeProvider.System, NullLogger<AgentInvoker>.Instance));
        catalog.Clear();
        await plugin.UnloadAsync();
        return context;
    }

    private static async Task CallEverythingAsync(AgentInvoker invoker)
    {
        using var call = new Call();
        using var cancellation = new CancellationTokenSource();
        call.Secrets["token"] = "s3cret-token";
        var greeted = await invoker.InvokeAsync(call.Of("greet", "greet", """{"name":"Ada"}"""), cancellation.Token);
        var thrown = await invoker.InvokeAsync(call.Of("greet", "throw"), cancellation.Token);
        var leaked = await invoker.InvokeAsync(call.Of("greet", "leak"), cancellation.Token);
        var ran = await invoker.InvokeAsync(call.Of("greet", "run", """{"program":"true"}"""), cancellation.Token);

        Assert.Null(greeted.Error);
        Assert.NotNull(thrown.Error);
        Assert.Null(leaked.Error);
        Assert.Null(ran.Error);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void RefuseTenTimes(PluginReader reader, PluginFolder folder)
    {
        for (var cycle = 0; cycle < 10; cycle++)
            Assert.False(reader.Read(folder).Result.IsSuccess);
    }

    private static int AliveAfterCollection(List<WeakReference> contexts)
    {
        for (var round = 0; round < 20; round++)
        {
            GC.Collect();
            GC.WaitForPendingFinalizers();
            if (round > 5 && contexts.TrueForAll(context => !context.IsAlive))
                break;
        }

        return contexts.Count(context => context.IsAlive);
    }
}
