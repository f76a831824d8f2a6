using System.Runtime.CompilerServices;
using System.Runtime.Loader;
using System.Text.Json;
using Microsoft.Extensions.Logging.Abstractions;
using Monolith.Agents.Catalog;
using Monolith.Agents.Discovery;
using Monolith.Agents.Invocation;
using Monolith.Agents.Sdk;
using Monolith.Agents.Testing;
using Monolith.Agents.Tests.Network;
using Monolith.Agents.Tests.Support;
using Monolith.Models.Contracts;

namespace Monolith.Agents.Tests.Authoring;

/// <summary>A plugin with a framework is collected after it was called and unloaded, tools made by reflection included.</summary>
[Collection(AloneCollection.Name)]
public sealed class FrameworkUnloadTests : IModelAccess, IAgentModels
{
    private string arguments = "";

    public IAgentModels Of(ModelCaller caller) => this;

    // Nothing is kept of a request: its lists may be of the plugin's types.
    public Task<ModelAnswer> AskAsync(ModelRequest request, CancellationToken cancellationToken) => Task.FromResult(request.Messages[^1].Role == ModelRole.Tool
        ? TestModels.TextAnswer("Done.")
        : TestModels.TextAnswer("") with { ToolCalls = [new("1", new string(request.Tools[0].Name), JsonElement.Parse(arguments))] });

    [Theory]
    [Trait("Length", "Long")]
    [InlineData("AgentFramework", "librarian", "answer", """{ "name": "a.txt" }""")]
    [InlineData("SemanticKernel", "cashier", "total", """{ "one": 1, "other": 2 }""")]
    public async Task Unload_SampleAfterACall_IsCollected(string sample, string agent, string action, string arguments)
    {
        using var plugins = new TempFolder();
        this.arguments = arguments;
        var context = await CallAsync(plugins, sample, agent, action);
        await Task.Yield();
        for (var round = 0; round < 20 && context.IsAlive; round++)
        {
            GC.Collect();
            GC.WaitForPendingFinalizers();
        }

        Assert.False(context.IsAlive);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private async Task<WeakReference> CallAsync(TempFolder plugins, string sample, string agent, string action)
    {
        using var reader = Readers.In(plugins);
        using var call = new Call();
        var outcome = reader.Read(new PluginFolder(Samples.Copy(sample, plugins.Sub("plugins"))));
        var catalog = new AgentCatalog();
        catalog.Add(outcome);
        var invoker = new AgentInvoker(catalog, Readers.SwapsOf(catalog), SandboxSetup.Without.Build(), Networks.Local, TimeProvider.System, NullLogger<AgentInvoker>.Instance, models: this);
        Assert.Null((await invoker.InvokeAsync(call.Of(agent, action, """{ "question": "?" }"""), default)).Error);
        var context = new WeakReference(AssemblyLoadContext.GetLoadContext(outcome.Result.Value.Agents[0].Instance.GetType().Assembly));
        catalog.Clear();
        await outcome.Result.Value.UnloadAsync();
        return context;
    }
}
