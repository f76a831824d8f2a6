using Monolith.Agents.Sandbox;
using Monolith.Agents.Sdk;
using Monolith.Agents.Tests.Support;

namespace Monolith.Agents.Tests.Sandbox;

[System.Runtime.Versioning.UnsupportedOSPlatform("windows")]
public sealed class EscapeTests : IDisposable
{
    private readonly EscapeSite site = new();

    public void Dispose() => site.Dispose();

    [Fact]
    public async Task Run_EveryAttempt_GetsNoSecretAndChangesNothingOutside()
    {
        Assert.True(EscapeAttempts.All.Count >= 100);
        var escaped = new List<string>();

        await Parallel.ForEachAsync(EscapeAttempts.All, new ParallelOptions { MaxDegreeOfParallelism = 4 }, async (attempt, _) =>
        {
            var said = await SayAsync(attempt, new SandboxOptions { Hidden = { site.Hidden } });
            if (EscapeSite.Tells(said) || !site.IsUntouched)
            {
                lock (escaped)
                    escaped.Add($"{attempt} => {said}");
            }
        });

        Assert.Empty(escaped);
    }

    // The attempts are real: where nothing confines them they succeed.
    [Theory]
    [InlineData("cat $DATA/secrets.txt")]
    [InlineData("ln -s $DATA/workspaces/other/notes.txt link; cat link")]
    [InlineData("exec 3<>/dev/tcp/127.0.0.1/$PORT; printf 'GET / HTTP/1.0\r\n\r\n' >&3; cat <&3")]
    [InlineData("cat /proc/self/root/$HIDDEN/key.pem")]
    public async Task Run_WithoutASandbox_TheAttemptSucceeds(string attempt) =>
        Assert.Contains(EscapeSite.Canary, await SayAsync(attempt, new SandboxOptions { Mode = SandboxMode.None }), StringComparison.Ordinal);

    private async Task<string> SayAsync(string attempt, SandboxOptions options)
    {
        using var call = new Call();
        var setup = new SandboxSetup(options, new AgentCapabilities { ReadablePaths = [site.Plugin] }, site.Data);
        return (await call.ConfinedAsync(setup, new ProgramSpec("bash", "-c", attempt) { Environment = site.Variables })).StandardOutput;
    }
}
