using Monolith.Access.Tests.Support;

namespace Monolith.Access.Tests.Keys;

[Collection(OneKeyedHost.Name)]
public sealed class KeyRequestTests(KeyedHostFixture keyed)
{
    [Theory]
    [InlineData("""{"roles":["viewer"]}""", "name")]
    [InlineData("""{"name":"a b","roles":["viewer"]}""", "name")]
    [InlineData("""{"name":"a"}""", "roles")]
    [InlineData("""{"name":"a","roles":["king"]}""", "roles")]
    [InlineData("""{"name":"a","roles":["viewer"],"expiresAt":"2020-01-01T00:00:00Z"}""", "expiresAt")]
    [InlineData("""{"name":"a","roles":["viewer"],"expiresAt":"soon"}""", "expiresAt")]
    public async Task Create_WrongField_IsNamed(string json, string field)
    {
        using var answer = await keyed.Admin.Http.PostAsync("/api/v1/keys", new StringContent(json, System.Text.Encoding.UTF8, "application/json"));
        var problem = System.Text.Json.JsonDocument.Parse(await answer.Content.ReadAsStringAsync()).RootElement;

        Assert.Equal(400, (int)answer.StatusCode);
        Assert.Equal(field, Assert.Single(problem.GetProperty("errors").EnumerateArray()).GetProperty("path").GetString());
        Assert.Equal("VALIDATION_ERROR", problem.GetProperty("code").GetString());
    }

    [Fact]
    public async Task Rotate_OverlapOfAYear_IsRefused()
    {
        var (status, body) = await keyed.Admin.SendAsync(HttpMethod.Post, $"/api/v1/keys/{Guid.NewGuid()}/rotate", new { previousUntil = "2100-01-01T00:00:00Z" });

        Assert.Equal(400, status);
        Assert.Equal("previousUntil", body.GetProperty("errors")[0].GetProperty("path").GetString());
    }
}
