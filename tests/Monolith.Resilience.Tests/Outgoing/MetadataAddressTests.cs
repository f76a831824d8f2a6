using System.Net;
using Monolith.Resilience.Contracts.Outgoing;

namespace Monolith.Resilience.Tests.Outgoing;

public sealed class MetadataAddressTests
{
    [Theory]
    [InlineData("169.254.169.254", true)]
    [InlineData("::ffff:169.254.169.254", true)]
    [InlineData("64:ff9b::a9fe:a9fe", true)]
    [InlineData("fd00:ec2::254", true)]
    [InlineData("fe80::1", true)]
    [InlineData("100.100.100.200", true)]
    [InlineData("127.0.0.1", false)]
    [InlineData("10.0.0.1", false)]
    [InlineData("fd00::1", false)]
    public void IsMetadata_Address_ToldFromTheOwnNetwork(string address, bool isMetadata) =>
        Assert.Equal(isMetadata, PublicAddress.IsMetadata(IPAddress.Parse(address)));

    [Fact]
    public async Task Connect_ToANameOfForbiddenAddresses_IsRefusedBeforeAnythingIsSent()
    {
        using var client = new HttpClient(GuardedHandler.Create(PublicAddress.Is, TimeSpan.FromMinutes(1)));

        var refused = await Assert.ThrowsAsync<HttpRequestException>(() => client.GetAsync("http://localhost:9/"));

        Assert.Equal("localhost", Assert.IsType<ForbiddenAddressException>(refused.InnerException).Host);
    }
}
