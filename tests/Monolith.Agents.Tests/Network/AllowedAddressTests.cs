using System.Globalization;
using Monolith.Agents.Network;
using Monolith.Agents.Tests.Support;

namespace Monolith.Agents.Tests.Network;

/// <summary>Calls in Production to a server on loopback.</summary>
public sealed class AllowedAddressTests : IDisposable
{
    private readonly TestServer server = new("here");

    private int Port => int.Parse(server.Address.Split(':')[1], CultureInfo.InvariantCulture);

    public void Dispose() => server.Dispose();

    [Fact]
    public async Task Call_NameOfAPrivateAddress_IsAllowedByItsName()
    {
        Assert.Equal("here", await NetworkCall.GetAsync(Networks.In("Production", null, "LOCALHOST"), $"http://localhost:{Port}/"));
        await NetworkCall.RefusedAsync(Networks.In("Production"), $"http://localhost:{Port}/");
    }

    [Fact]
    public async Task Call_PortOfItsOwnProgram_IsAllowedAndNoOther()
    {
        Assert.Equal("here", await NetworkCall.GetAsync(Networks.In("Production"), $"http://{server.Address}/", Port));
        await NetworkCall.RefusedAsync(Networks.In("Production"), $"http://{server.Address}/", Port + 1);
    }

    [Theory]
    [InlineData("http://169.254.169.254/latest/meta-data/")]
    [InlineData("http://[::ffff:169.254.169.254]/")]
    public async Task Call_WhereCloudsKeepCredentials_IsRefusedEverywhere(string url) =>
        await NetworkCall.RefusedAsync(Networks.In("Local", true, "169.254.169.254.example"), url);

    [Fact]
    public async Task Call_RedirectedElsewhere_IsRefused()
    {
        using var leading = new TestServer("", $"302 Found\r\nLocation: http://127.0.0.2:{Port}/");

        await NetworkCall.RefusedAsync(Networks.In("Production", null, "127.0.0.1"), $"http://{leading.Address}/");
    }

    [Theory]
    [InlineData("10.1.2.3/33")]
    [InlineData("http://build.internal")]
    [InlineData("build.internal:80")]
    public void Fault_NoNetworkAndNoName_IsTold(string text) => Assert.Contains($"'{text}' must be a network", AllowedNetwork.Fault(text), StringComparison.Ordinal);
}
