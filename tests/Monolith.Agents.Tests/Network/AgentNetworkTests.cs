using Monolith.Agents.Tests.Support;

namespace Monolith.Agents.Tests.Network;

/// <summary>Calls of an agent to a server on loopback, in one environment or the other.</summary>
public sealed class AgentNetworkTests : IDisposable
{
    private readonly TestServer server = new("here");

    private string Url => $"http://{server.Address}/";

    public void Dispose() => server.Dispose();

    [Theory]
    [InlineData("Local", null, "10.0.0.0/8")]
    [InlineData("Development", null, "10.0.0.0/8")]
    [InlineData("Production", true, "10.0.0.0/8")]
    [InlineData("Production", null, "127.0.0.0/8")]
    [InlineData("Production", null, "127.0.0.1")]
    public async Task Call_AllowedByEnvironmentOrSetting_Arrives(string environment, bool? allowsPrivate, string allowed) =>
        Assert.Equal("here", await NetworkCall.GetAsync(Networks.In(environment, allowsPrivate, allowed), Url));

    [Theory]
    [InlineData("Production", null, "10.0.0.0/8")]
    [InlineData("Staging", null, "other.internal")]
    [InlineData("Quality", null, "10.0.0.0/8")]
    [InlineData("Development", false, "10.0.0.0/8")]
    public async Task Call_NotAllowed_IsRefusedWithTheSetting(string environment, bool? allowsPrivate, string allowed)
    {
        var refused = await NetworkCall.RefusedAsync(Networks.In(environment, allowsPrivate, allowed), Url);

        Assert.Contains("127.0.0.1 is an address of this machine", refused.Message, StringComparison.Ordinal);
        Assert.Contains("Agents:AllowedNetworks", refused.Message, StringComparison.Ordinal);
    }
}
