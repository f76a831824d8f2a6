using Monolith.Access.Tests.Support;

namespace Monolith.Access.Tests.Keys;

[Collection(OneKeyedHost.Name)]
public sealed class KeyTests(KeyedHostFixture keyed)
{
    [Fact]
    public async Task Create_ThenList_NeverShowsTheKeyAgain()
    {
        var key = await keyed.Admin.NewKeyAsync("ada", "operator", "approver");
        using var ada = keyed.Client(key);
        Assert.Equal(200, await ada.StatusAsync("/api/v1/runs"));

        var (_, list) = await keyed.Admin.SendAsync(HttpMethod.Get, "/api/v1/keys");

        var entry = Assert.Single(list.GetProperty("keys").EnumerateArray(), one => one.GetProperty("name").GetString() == "ada");
        Assert.Equal("""["operator","approver"]""", entry.GetProperty("roles").GetRawText());
        Assert.Equal("root", entry.GetProperty("createdBy").GetString());
        Assert.True(entry.TryGetProperty("lastUsedAt", out _));
        Assert.DoesNotContain(key[^43..], list.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Rotate_WithOverlap_BothOpenThenOnlyTheNewOne()
    {
        var old = await keyed.Admin.NewKeyAsync("rob", "viewer");
        using var before = keyed.Client(old);
        var (_, first) = await keyed.Admin.SendAsync(HttpMethod.Post, $"/api/v1/keys/{IdOf(old)}/rotate");
        using var after = keyed.Client(first.GetProperty("key").GetString());
        Assert.Equal((200, 200), (await before.StatusAsync("/api/v1/runs"), await after.StatusAsync("/api/v1/runs")));

        var (_, second) = await keyed.Admin.SendAsync(HttpMethod.Post, $"/api/v1/keys/{IdOf(old)}/rotate", new { previousUntil = "2026-01-01T00:00:00Z" });

        using var last = keyed.Client(second.GetProperty("key").GetString());
        Assert.Equal((401, 401, 200), (await before.StatusAsync("/api/v1/runs"), await after.StatusAsync("/api/v1/runs"), await last.StatusAsync("/api/v1/runs")));
    }

    [Fact]
    public async Task Delete_Key_IsRefusedAtOnce()
    {
        var key = await keyed.Admin.NewKeyAsync("del", "viewer");
        using var holder = keyed.Client(key);
        Assert.Equal(200, await holder.StatusAsync("/api/v1/runs"));

        Assert.Equal(204, (await keyed.Admin.SendAsync(HttpMethod.Delete, $"/api/v1/keys/{IdOf(key)}")).Status);

        Assert.Equal(401, await holder.StatusAsync("/api/v1/runs"));
        Assert.Equal(404, (await keyed.Admin.SendAsync(HttpMethod.Delete, $"/api/v1/keys/{IdOf(key)}")).Status);
    }

    private static Guid IdOf(string key) => Guid.ParseExact(key.AsSpan("mono_".Length, 32), "N");
}
