using Monolith.Agents.Sandbox;
using Monolith.Agents.Sdk;
using Monolith.Agents.Tests.Support;

namespace Monolith.Agents.Tests.Sandbox.Hosts;

public sealed class HostProxyTests : IDisposable
{
    private readonly TempFolder data = new();
    private readonly TestServer named = new("named");
    private readonly TestServer other = new("other");

    public void Dispose()
    {
        named.Dispose();
        other.Dispose();
        data.Dispose();
    }

    [Fact]
    public async Task Run_ManifestNamesAHost_ReachesThatAndNoOther()
    {
        var result = await ShAsync($"""
            curl -s http://{named.Address}/; curl -s --proxytunnel http://{named.Address}/
            curl -s -o /dev/null -w '%{"{"}http_code{"}"} ' http://{other.Address}/; curl -s -p -o /dev/null -w '%{"{"}http_connect{"}"}' http://{other.Address}/
            curl -s --noproxy '*' http://{named.Address}/ || echo ' no way around'; exit 5
            """);

        Assert.Equal("namednamed403 403 no way around\n", result.StandardOutput);
        Assert.Equal(5, result.ExitCode);
    }

    private async Task<ProgramResult> ShAsync(string script)
    {
        using var call = new Call();
        var setup = new SandboxSetup(new SandboxOptions(), new AgentCapabilities { Hosts = [named.Address] }, data.Path);
        // curl leaves out the proxy for this machine unless it is told otherwise.
        return await call.ConfinedAsync(setup, new ProgramSpec("bash", "-c", "export NO_PROXY= no_proxy=\n" + script));
    }
}
