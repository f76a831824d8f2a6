using Monolith.Agents.Sdk;
using Monolith.Agents.Tests.Support;

namespace Monolith.Agents.Tests.Sandbox.Containers;

[System.Runtime.Versioning.UnsupportedOSPlatform("windows")]
public sealed class ContainedEscapeTests(TestImage image) : ContainedTest(image)
{
    /// <summary>The image has busybox and nothing else, so attempts by these would prove nothing; its <c>date</c> ends well when it was refused.</summary>
    private static readonly string[] Missing =
        ["python3", "curl", "/dev/tcp", "gdb", "git ", "keyctl", "capsh", "bwrap", "systemd-run", "LD_PRELOAD", "at now", "hostname -I", "date -s"];

    private static readonly IReadOnlyList<string> Attempts =
        [.. EscapeAttempts.All.Where(attempt => !Missing.Any(tool => attempt.Contains(tool, StringComparison.Ordinal)))];

    private readonly EscapeSite site = new();

    [Fact]
    public async Task Run_EveryAttemptThatBusyboxCanMake_GetsNoSecretAndChangesNothingOutside()
    {
        var options = Image.Options;
        options.Hidden.Add(site.Hidden);
        for (var number = 0; number < Attempts.Count; number++)
            Call.Workspace.File($"{number}/attempt", Attempts[number]);

        Call.Workspace.File("allowed/attempt", "cat $PLUGIN/agent.dll");

        // All in one container, each in a folder of its own.
        await Call.ConfinedAsync(
            new SandboxSetup(options, new AgentCapabilities { ReadablePaths = [site.Plugin] }, site.Data),
            new ProgramSpec("sh", "-c", "for a in *; do (cd $a && timeout 10 sh ./attempt > said 2> /dev/null < /dev/null); done; true") { Environment = site.Variables });

        Assert.True(Attempts.Count > 150);
        Assert.True(site.IsUntouched);
        Assert.True(Tells("allowed"));
        Assert.Empty(Attempts.Where((_, number) => Tells($"{number}")));
        site.Dispose();
    }

    private bool Tells(string attempt) => EscapeSite.Tells(File.ReadAllText(Path.Combine(Call.Workspace.Path, attempt, "said")));
}
