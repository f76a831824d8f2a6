using Monolith.Agents.Sandbox;
using Monolith.Agents.Sdk;
using Monolith.Agents.Tests.Support;

namespace Monolith.Agents.Tests.Sandbox;

/// <summary>A call whose programs are confined, beside a data folder of the host.</summary>
public abstract class ConfinedTest : IDisposable
{
    private readonly TempFolder data = new();
    private readonly Call call = new();

    private protected Call Call => call;

    private protected string Data => data.Path;

    private protected virtual SandboxOptions Options { get; } = new();

    public void Dispose()
    {
        call.Dispose();
        data.Dispose();
        GC.SuppressFinalize(this);
    }

    private protected SandboxSetup Setup(AgentCapabilities? capabilities = null, SandboxOptions? options = null) =>
        new(options ?? Options, capabilities, Data);

    private protected Task<ProgramResult> ShAsync(string script, AgentCapabilities? capabilities = null, SandboxOptions? options = null) =>
        Call.ConfinedAsync(Setup(capabilities, options), new ProgramSpec("sh", "-c", script));
}
