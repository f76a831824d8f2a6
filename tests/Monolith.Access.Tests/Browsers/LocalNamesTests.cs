using Monolith.Access.Tests.Support;

namespace Monolith.Access.Tests.Browsers;

public sealed class LocalNamesTests(LocalHostFixture local) : IClassFixture<LocalHostFixture>
{
    [Theory]
    [InlineData("localhost", 200)]
    [InlineData("monolith.localhost:8080", 200)]
    [InlineData("[::1]:8080", 200)]
    [InlineData("127.0.0.2", 200)]
    [InlineData("rebound.example.com", 403)]
    [InlineData("localhost.example.com:8080", 403)]
    [InlineData("192.168.1.7", 403)]
    public async Task Call_ByName_OnlyTheMachinesOwnAreAnswered(string name, int status)
    {
        using var client = new ApiClient(local.Host.Address, key: null);

        var (answered, body) = await client.SendAsync(HttpMethod.Get, "/api/v1/runs", body: null, ("Host", name));

        Assert.Equal(status, answered);
        if (status == 403)
            Assert.Equal("Host", body.GetProperty("errors")[0].GetProperty("path").GetString());
    }

    [Fact]
    public async Task Call_WhereSomebodySaidWhoMayComeIn_AnyNameWillDo()
    {
        await using var open = await RealHost.StartAsync("--Access:Anonymous=true");
        using var client = new ApiClient(open.Address, key: null);

        Assert.Equal(200, (await client.SendAsync(HttpMethod.Get, "/api/v1/runs", body: null, ("Host", "monolith.example.com"))).Status);
    }
}
