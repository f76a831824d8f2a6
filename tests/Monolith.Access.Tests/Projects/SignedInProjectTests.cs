using System.Text.Json;
using Monolith.Access.Tests.SignIn;
using Monolith.Access.Tests.Support;

namespace Monolith.Access.Tests.Projects;

[Collection(OneKeyedHost.Name)]
public sealed class SignedInProjectTests(KeyedHostFixture keyed)
{
    [Fact]
    public async Task SignIn_WithAKeyOfAProject_KeepsThePersonToIt()
    {
        var red = await keyed.RedAsync();
        using var browser = new Browser(keyed.Host.Address);
        await browser.SubmitAsync("/sign-in", ("key", await keyed.Admin.NewKeyAsync(new { name = "bea", roles = new[] { "admin" }, projects = new[] { "blue" } })));

        Assert.Equal(200, (int)(await browser.GetAsync("/api/v1/runs")).StatusCode);
        Assert.Equal(404, (int)(await browser.GetAsync($"/api/v1/runs/{red.Ids["runs"]}")).StatusCode);
        Assert.Equal(403, (int)(await browser.GetAsync("/hangfire")).StatusCode);
    }

    [Fact]
    public async Task Follow_RunLive_ItsOwnProjectOnly()
    {
        var red = await keyed.RedAsync();
        using var viewer = keyed.Client(await keyed.Admin.NewKeyAsync(new { name = "vio", roles = new[] { "viewer" }, projects = new[] { "red" } }));
        var blue = await keyed.BlueAsync();

        await RunFollower.UntilAsync(viewer.Http, red.Ids["runs"], "run_created");

        await Assert.ThrowsAsync<HttpRequestException>(() => RunFollower.UntilAsync(blue.Http, red.Ids["runs"], "run_created"));
    }

    [Fact]
    public async Task Decide_ApproverOfAnotherProject_FindsNoDecision()
    {
        var red = await keyed.RedAsync();
        using var approver = keyed.Client(await keyed.Admin.NewKeyAsync(new { name = "bob", roles = new[] { "approver" }, projects = new[] { "blue" } }));

        var (status, problem) = await approver.SendAsync(HttpMethod.Post, $"/api/v1/decisions/{red.Ids["decisions"]}/approve");
        var (missing, none) = await approver.SendAsync(HttpMethod.Post, $"/api/v1/decisions/{Guid.Empty}/approve");

        Assert.Equal((404, 404), (status, missing));
        // Word for word as for what there is not.
        Assert.Equal(Detail(none).Replace($"{Guid.Empty}", "ID", StringComparison.Ordinal), Detail(problem).Replace(red.Ids["decisions"], "ID", StringComparison.Ordinal));
    }

    private static string Detail(JsonElement problem) => problem.GetProperty("detail").GetString()!;
}
