using System.Net.Http.Json;
using Monolith.Access.Tests.Audit;
using Monolith.Access.Tests.Support;

namespace Monolith.Access.Tests.Features;

[Collection(OneKeyedHost.Name)]
public sealed class FeatureRouteTests(KeyedHostFixture keyed)
{
    private const string Path = "/api/v1/features/models-paused";

    [Fact]
    public async Task Put_ThenDelete_ShowsWhatItGoesByAndTheTrailHasOldAndNew()
    {
        var (status, set) = await keyed.Admin.SendAsync(HttpMethod.Put, Path, new { enabled = true, percentage = 10, projects = new[] { "grey" } });
        Assert.Equal((200, "admin", "root"), (status, set.Text("source"), set.Text("changedBy")));
        Assert.Equal("grey", set.GetProperty("projects")[0].GetString());
        Assert.Equal(set.ToString(), (await keyed.Admin.SendAsync(HttpMethod.Get, "/api/v1/features")).Body.GetProperty("features")[0].ToString());

        var (_, back) = await keyed.Admin.SendAsync(HttpMethod.Delete, Path);
        Assert.Equal(("default", false), (back.Text("source"), back.GetProperty("enabled").GetBoolean()));
        var entry = (await keyed.Admin.EntriesAsync("action=feature.delete&subject=models-paused&limit=1"))[0].GetProperty("detail");
        Assert.Equal(("on for 10 %; projects grey", "not set"), (entry.Text("old"), entry.Text("new")));
    }

    [Fact]
    public async Task Put_UnknownOrWrong_IsRefusedWithAllThatIsWrong()
    {
        Assert.Equal(404, (await keyed.Admin.SendAsync(HttpMethod.Put, "/api/v1/features/moon", new { enabled = true })).Status);
        var (status, body) = await keyed.Admin.SendAsync(HttpMethod.Put, Path, new { percentage = -1, roles = new[] { "king" } });
        Assert.Equal((400, 3), (status, body.GetProperty("errors").GetArrayLength()));
        Assert.Equal(400, (int)(await keyed.Admin.Http.PutAsJsonAsync(Path, new { enabled = true, whom = "ada" })).StatusCode);
    }

    [Fact]
    public async Task Call_ByAViewerOrAProjectsAdmin_ReadsOrNothing()
    {
        using var viewer = await keyed.ClientOfAsync("feature-viewer", "viewer");
        Assert.Equal(200, await viewer.StatusAsync(Path));
        Assert.Equal(403, (await viewer.SendAsync(HttpMethod.Put, Path, new { enabled = true })).Status);
        Assert.Equal(403, await (await keyed.BlueAsync()).StatusAsync(Path));
    }
}
