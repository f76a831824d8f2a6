using Monolith.Access.Contracts;
using Monolith.Access.Tests.Support;
using Snapshooter.Xunit;

namespace Monolith.Access.Tests.Routes;

[Collection(OneKeyedHost.Name)]
public sealed class RouteMatrixTests(KeyedHostFixture keyed)
{
    [Fact]
    public async Task Ask_EveryRouteAsEveryRole_IsTheReviewedMatrix()
    {
        var callers = new List<Caller> { new("nobody", keyed.Client(key: null)) };
        foreach (var role in Enum.GetNames<AccessRole>())
            callers.Add(new(role, await keyed.ClientOfAsync($"a-{role}", role)));
        // An admin of another project, who asks for what there is.
        callers.Add(new("foreign", await keyed.BlueAsync()) { Place = (await keyed.RedAsync()).Place, Refusals = [401, 403, 404] });

        Snapshot.Match(await RouteMatrix.AskAsync(keyed.Host.Routes, callers), "matrix");
    }

    [Fact]
    public async Task Get_WhatIsNotThere_IsUnknownToStrangersAndMissingToOthers()
    {
        using var nobody = keyed.Client(key: null);
        using var viewer = await keyed.ClientOfAsync("vic", "viewer");

        Assert.Equal(401, await nobody.StatusAsync("/api/v1/nowhere"));
        Assert.Equal(404, await viewer.StatusAsync("/api/v1/nowhere"));
        Assert.Equal(405, (await viewer.SendAsync(HttpMethod.Delete, "/api/v1/runs")).Status);
        Assert.Equal(200, await nobody.StatusAsync("/health/ready"));
    }
}
