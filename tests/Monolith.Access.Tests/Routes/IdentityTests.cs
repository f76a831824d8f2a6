using Monolith.Access.Tests.Support;

namespace Monolith.Access.Tests.Routes;

[Collection(OneKeyedHost.Name)]
public sealed class IdentityTests(KeyedHostFixture keyed)
{
    [Fact]
    public async Task Call_HeaderThatNamesSomebodyElse_IsRefused()
    {
        using var ada = await keyed.ClientOfAsync("ada", "viewer");

        var (status, body) = await ada.SendAsync(HttpMethod.Get, "/api/v1/runs", body: null, ("x-user-id", "bob"));

        Assert.Equal(403, status);
        Assert.Equal("x-user-id", body.GetProperty("errors")[0].GetProperty("path").GetString());
        Assert.Equal(200, (await ada.SendAsync(HttpMethod.Get, "/api/v1/runs", body: null, ("x-user-id", "ada"))).Status);
    }
}
