using Monolith.Agents.Sdk;
using Monolith.Agents.Tests.Support;

namespace Monolith.Agents.Tests.Sandbox.Containers;

public sealed class ContainedHostsTests(TestImage image) : ContainedTest(image)
{
    [Fact]
    public async Task Run_ManifestNamesAHost_ReachesThatAndNoOther()
    {
        using var named = new TestServer("named");
        using var other = new TestServer("other");

        var result = await ShAsync(
            $"""
            wget -qO- http://{named.Address}/; echo; wget -qO- http://{other.Address}/ 2>&1 | grep -o 403
            unset http_proxy; wget -qO- http://{named.Address}/ 2>&1 | grep -o refused; exit 5
            """,
            new AgentCapabilities { Hosts = [named.Address] });

        Assert.Equal("named\n403\nrefused\n", result.StandardOutput);
        Assert.Equal(5, result.ExitCode);
        Assert.Empty(Image.Of(Call));
    }

    [Fact]
    public async Task Run_NoManifestOrAnyHost_HasNoNetworkOrTheMachines()
    {
        using var server = new TestServer("here");
        var script = $"unset http_proxy; wget -qO- http://{server.Address}/ 2>&1 | grep -oE 'refused|here'";

        Assert.Equal("refused\n", (await ShAsync(script)).StandardOutput);
        Assert.Equal("here\n", (await ShAsync(script, new AgentCapabilities { Hosts = ["*"] })).StandardOutput);
    }
}
