using Monolith.Agents.Sandbox;
using Monolith.Agents.Sdk;
using Monolith.Agents.Tests.Support;

namespace Monolith.Agents.Tests.Sandbox;

public sealed class EnforcedManifestTests : ConfinedTest
{
    [Fact]
    public async Task Run_ToolThatTheManifestDoesNotName_IsRefused()
    {
        var fault = await Assert.ThrowsAsync<ProgramStartException>(() => ShAsync("true", new AgentCapabilities { Tools = ["git"] }));

        Assert.Contains("may not run 'sh'; its manifest names git", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Run_Unconfined_NeedsTheOperatorsLeave()
    {
        var manifest = new AgentCapabilities { Unconfined = "It starts servers that outlive it." };

        var fault = await Assert.ThrowsAsync<ProgramStartException>(() => ShAsync("true", manifest));
        var allowed = await ShAsync($"ls {Data} && echo seen", manifest, new SandboxOptions { Unconfined = { "stub" } });

        Assert.Contains("Sandbox:Unconfined", fault.Message, StringComparison.Ordinal);
        Assert.Contains("seen", allowed.StandardOutput, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Run_PathsOfTheManifest_AreReadableAndWritable()
    {
        using var read = new TempFolder();
        using var written = new TempFolder();
        await File.WriteAllTextAsync(Path.Combine(read.Path, "a"), "readable");

        var result = await ShAsync(
            $"cat {read.Path}/a; touch {read.Path}/b || echo refused; echo b > {written.Path}/b",
            new AgentCapabilities { ReadablePaths = [read.Path], WritablePaths = [written.Path] });

        Assert.Equal("readablerefused\n", result.StandardOutput);
        Assert.True(File.Exists(Path.Combine(written.Path, "b")));
    }
}
