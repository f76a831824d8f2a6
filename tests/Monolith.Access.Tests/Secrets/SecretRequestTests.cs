using System.Text;
using System.Text.Json;
using Monolith.Access.Tests.Audit;
using Monolith.Access.Tests.Support;

namespace Monolith.Access.Tests.Secrets;

[Collection(OneKeyedHost.Name)]
public sealed class SecretRequestTests(KeyedHostFixture keyed)
{
    private const string Path = "/api/v1/secrets";
    private const string Value = "s3cr3t-of-a-request";

    [Fact]
    public async Task PutAgainListDelete_NeverShowTheValueNorDoesTheTrail()
    {
        var (_, first) = await keyed.Admin.SendAsync(HttpMethod.Put, $"{Path}/asked?project=gold", new { value = Value });
        var (status, second) = await keyed.Admin.SendAsync(HttpMethod.Put, $"{Path}/asked?project=gold", new { value = Value + "-2" });
        var (_, list) = await keyed.Admin.SendAsync(HttpMethod.Get, $"{Path}?project=gold");
        var (_, rotated) = await keyed.Admin.SendAsync(HttpMethod.Post, $"{Path}/rotate");
        var (deleted, _) = await keyed.Admin.SendAsync(HttpMethod.Delete, $"{Path}/asked?project=gold");
        var (missing, _) = await keyed.Admin.SendAsync(HttpMethod.Delete, $"{Path}/asked?project=gold");
        var trail = await keyed.Admin.EntriesAsync("subject=asked");

        Assert.Equal((200, 1, 2, 204, 404), (status, first.GetProperty("version").GetInt32(), second.GetProperty("version").GetInt32(), deleted, missing));
        Assert.Equal(["configuration", "stored"], list.GetProperty("secrets").EnumerateArray().Select(secret => secret.GetProperty("source").GetString()));
        Assert.Equal(("gold", "root"), (second.GetProperty("project").GetString(), second.GetProperty("updatedBy").GetString()));
        Assert.True(rotated.GetProperty("count").GetInt32() > 0, rotated.ToString());
        Assert.Equal(8, trail.Count);
        Assert.Contains(trail, entry => entry.Text("action") == "secret.delete" && entry.Text("result") == "204");
        Assert.DoesNotContain("s3cr3t", $"{first}{second}{list}{string.Concat(trail)}", StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("a b", """{"value":"s3cr3t"}""", 400, "name")]
    [InlineData("a", """{"value":""}""", 400, "value")]
    [InlineData("a", """{"s3cr3t":"s3cr3t"}""", 400, "value")]
    [InlineData("a", "s3cr3t", 400, "value")]
    [InlineData("of-the-operator", """{"value":"s3cr3t"}""", 409, "name")]
    public async Task Put_Wrong_IsNamedWithoutTheValue(string name, string body, int status, string path)
    {
        using var answer = await keyed.Admin.Http.PutAsync($"{Path}/{name}", new StringContent(body, Encoding.UTF8, "application/json"));
        var text = await answer.Content.ReadAsStringAsync();

        Assert.Equal(status, (int)answer.StatusCode);
        Assert.Equal(path, JsonDocument.Parse(text).RootElement.GetProperty("errors")[0].GetProperty("path").GetString());
        Assert.DoesNotContain("s3cr3t", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Put_Value_IsNoIdOfARequestFromThenOn()
    {
        const string Id = "s3cr3t-as-an-id";
        Assert.Equal(Id, await IdOfAnswerAsync(Id));
        await keyed.Admin.SendAsync(HttpMethod.Put, $"{Path}/id?project=green", new { value = Id });

        Assert.NotEqual(Id, await IdOfAnswerAsync(Id));
    }

    [Theory]
    [InlineData(65_536, 200)]
    [InlineData(65_537, 400)]
    [InlineData(1_000_000, 413)]
    public async Task Put_Large_IsTakenUpTo64KiB(int length, int status) =>
        Assert.Equal(status, (await keyed.Admin.SendAsync(HttpMethod.Put, $"{Path}/large?project=green", new { value = new string('x', length) })).Status);

    /// <summary>An id that holds a secret which the host knows is not taken, since every line of the log would hold it.</summary>
    private async Task<string> IdOfAnswerAsync(string id)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/health") { Headers = { { "x-request-id", id } } };
        using var answer = await keyed.Admin.Http.SendAsync(request);
        return Assert.Single(answer.Headers.GetValues("x-request-id"));
    }
}
