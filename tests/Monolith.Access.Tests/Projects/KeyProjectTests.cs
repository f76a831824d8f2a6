using System.Text.Json;
using Monolith.Access.Tests.Support;

namespace Monolith.Access.Tests.Projects;

[Collection(OneKeyedHost.Name)]
public sealed class KeyProjectTests(KeyedHostFixture keyed)
{
    private static readonly string[] Viewer = ["viewer"];

    [Theory]
    [InlineData("red", 403)]
    [InlineData("default", 403)]
    [InlineData("*", 400)]
    [InlineData("Blue", 400)]
    [InlineData("", 400)]
    [InlineData("blue", 201)]
    public async Task Create_ByAProjectsAdmin_WithinTheProjectOnly(string project, int status)
    {
        var (answered, body) = await (await keyed.BlueAsync()).SendAsync(HttpMethod.Post, "/api/v1/keys", new { name = "b", roles = Viewer, projects = new[] { project } });

        Assert.Equal(status, answered);
        if (status != 201)
            Assert.Equal("projects", body.GetProperty("errors")[0].GetProperty("path").GetString());
    }

    [Fact]
    public async Task Create_WithoutAWord_HasWhatItsMakerHas()
    {
        var (_, own) = await (await keyed.BlueAsync()).SendAsync(HttpMethod.Post, "/api/v1/keys", new { name = "b", roles = Viewer });
        var (_, all) = await keyed.Admin.SendAsync(HttpMethod.Post, "/api/v1/keys", new { name = "a", roles = Viewer });

        Assert.Equal("""["blue"]""", own.GetProperty("about").GetProperty("projects").GetRawText());
        Assert.False(all.GetProperty("about").TryGetProperty("projects", out _));
    }

    [Fact]
    public async Task Rotate_KeyOfAProject_KeepsItToTheProject()
    {
        var (blue, red) = (await keyed.BlueAsync(), await keyed.RedAsync());
        var (_, made) = await blue.SendAsync(HttpMethod.Post, "/api/v1/keys", new { name = "turned", roles = Viewer });

        var (_, rotated) = await blue.SendAsync(HttpMethod.Post, $"/api/v1/keys/{Id(made)}/rotate");

        using var holder = keyed.Client(rotated.GetProperty("key").GetString());
        Assert.Equal((200, 404, 403), (await holder.StatusAsync("/api/v1/runs"), await holder.StatusAsync($"/api/v1/runs/{red.Ids["runs"]}"), await holder.StatusAsync("/metrics")));
    }

    [Fact]
    public async Task Keys_OfMoreThanTheProject_AreNotItsAdmins()
    {
        var blue = await keyed.BlueAsync();
        var (_, wide) = await keyed.Admin.SendAsync(HttpMethod.Post, "/api/v1/keys", new { name = "wide", roles = Viewer, projects = new[] { "blue", "red" } });
        var (_, all) = await keyed.Admin.SendAsync(HttpMethod.Post, "/api/v1/keys", new { name = "all", roles = Viewer });

        var (_, list) = await blue.SendAsync(HttpMethod.Get, "/api/v1/keys");

        Assert.All(list.GetProperty("keys").EnumerateArray(), key => Assert.Equal("""["blue"]""", key.GetProperty("projects").GetRawText()));
        foreach (var other in new[] { wide, all })
            Assert.Equal(404, (await blue.SendAsync(HttpMethod.Delete, $"/api/v1/keys/{Id(other)}")).Status);
    }

    private static string Id(JsonElement made) => made.GetProperty("about").GetProperty("id").GetString()!;
}
