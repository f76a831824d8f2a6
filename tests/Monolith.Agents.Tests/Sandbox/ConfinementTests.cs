using Monolith.Agents.Sandbox;
using Monolith.Agents.Sdk;
using Monolith.Agents.Tests.Support;

namespace Monolith.Agents.Tests.Sandbox;

public sealed class ConfinementTests : IDisposable
{
    private readonly TempFolder data = new();
    private readonly Call call;

    public ConfinementTests() => call = new Call();

    public void Dispose()
    {
        call.Dispose();
        data.Dispose();
    }

    [Fact]
    public async Task Run_NoManifest_WorksInTheWorkspaceAndNowhereElse()
    {
        var result = await ShAsync("echo inside > kept.txt; echo outside > /var/tmp/x-$$ && ls /var/tmp; touch /usr/x /etc/x 2>&1; echo done");

        Assert.Equal(0, result.ExitCode);
        Assert.Equal("inside\n", await File.ReadAllTextAsync(Path.Combine(call.Workspace.Path, "kept.txt")));
        Assert.Contains("Read-only file system", result.StandardOutput, StringComparison.Ordinal);
        Assert.Empty(Directory.GetFiles("/var/tmp", "x-*"));
    }

    private Task<ProgramResult> ShAsync(string script, AgentCapabilities? capabilities = null, SandboxOptions? options = null) =>
        call.ConfinedAsync(new SandboxSetup(options ?? new SandboxOptions(), capabilities, data.Path), new ProgramSpec("sh", "-c", script));
}
