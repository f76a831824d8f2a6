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

    [Fact]
    public async Task Cancel_DaemonThatClearedItsEnvironment_IsGoneWithAllOfTheSandbox()
    {
        var mark = $"1000.{Random.Shared.Next(1_000_000):000000}";

        await call.WithProgramsAsync(
            async programs =>
            {
                using var cancellation = new CancellationTokenSource();
                var running = programs.RunAsync(new("sh", "-c", $"setsid env -i sleep {mark} & echo up; wait"), cancellation.Token);
                await call.SeesAsync("up");
                await cancellation.CancelAsync();
                await Assert.ThrowsAnyAsync<OperationCanceledException>(() => running);
                return true;
            },
            Setup());

        Assert.False(IsRunning(mark));
    }

    [Fact]
    public async Task Run_ExitCodeInputAndSignals_AreTheProgramsOwn()
    {
        Assert.Equal(7, (await ShAsync("exit 7")).ExitCode);
        Assert.Equal(143, (await ShAsync("kill -15 $$")).ExitCode);
        var echoed = await call.ConfinedAsync(Setup(), new ProgramSpec("cat") { StandardInput = "said" });
        Assert.Equal("said", echoed.StandardOutput);
    }

    [Fact]
    public async Task Run_TemporaryAndHomeFolder_AreItsOwnAndEmpty()
    {
        var name = $"monolith-{Guid.NewGuid():N}";

        var result = await ShAsync($"touch /tmp/{name} ~/{name} && ls -a ~ | grep -c {name}; ls ~/.ssh ~/.aws 2>/dev/null");

        Assert.Equal("1\n", result.StandardOutput);
        Assert.False(File.Exists($"/tmp/{name}"));
    }

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
        var allowed = await ShAsync($"ls {data.Path} && echo seen", manifest, new SandboxOptions { Unconfined = { "stub" } });

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

    private static bool IsRunning(string mark) => Directory.EnumerateDirectories("/proc").Any(folder => CommandLine(folder).Contains(mark, StringComparison.Ordinal));

    private static string CommandLine(string folder)
    {
        try
        {
            return File.ReadAllText(Path.Combine(folder, "cmdline"));
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            return "";
        }
    }

    private SandboxSetup Setup(AgentCapabilities? capabilities = null, SandboxOptions? options = null) => new(options ?? new SandboxOptions(), capabilities, data.Path);

    private Task<ProgramResult> ShAsync(string script, AgentCapabilities? capabilities = null, SandboxOptions? options = null) =>
        call.ConfinedAsync(Setup(capabilities, options), new ProgramSpec("sh", "-c", script));
}
