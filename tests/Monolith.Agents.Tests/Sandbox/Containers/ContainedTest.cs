using Monolith.Agents.Sandbox;
using Monolith.Agents.Sdk;
using Monolith.Agents.Tests.Support;

namespace Monolith.Agents.Tests.Sandbox.Containers;

/// <summary>A call whose programs run in containers, beside a data folder of the host.</summary>
[Collection(ContainedCollection.Name)]
public abstract class ContainedTest(TestImage image) : IDisposable
{
    private readonly TempFolder data = new();
    private readonly Call call = new();

    private protected TestImage Image => image;

    private protected Call Call => call;

    private protected string Data => data.Path;

    public void Dispose()
    {
        call.Dispose();
        data.Dispose();
        GC.SuppressFinalize(this);
    }

    private protected SandboxSetup Setup(AgentCapabilities? capabilities = null, SandboxOptions? options = null) =>
        new(options ?? image.Options, capabilities, Data);

    private protected Task<ProgramResult> ShAsync(string script, AgentCapabilities? capabilities = null, SandboxOptions? options = null) =>
        Call.ConfinedAsync(Setup(capabilities, options), new ProgramSpec("sh", "-c", script));
}

/// <summary>The image is built once.</summary>
[CollectionDefinition(Name)]
public sealed class ContainedCollection : ICollectionFixture<TestImage>
{
    public const string Name = "containers";
}
