using Monolith.Access.Tests.Support;

namespace Monolith.Access.Tests.Routes;

[Collection(OneKeyedHost.Name)]
public sealed class RefusalTests(KeyedHostFixture keyed)
{
    [Theory]
    [InlineData(null, 401, "UNAUTHENTICATED", "Bearer realm=\"monolith\"")]
    [InlineData("mono_nonsense", 401, "UNAUTHENTICATED", "Bearer realm=\"monolith\", error=\"invalid_token\"")]
    public async Task Call_WithoutAKeyThatIsTaken_IsAProblemThatChallenges(string? key, int status, string code, string challenge)
    {
        using var client = keyed.Client(key);
        await ExpectAsync(client, "/api/v1/runs", status, code, challenge);
    }

    [Fact]
    public async Task Call_RoleThatDoesNotSuffice_IsAProblemThatNamesWho()
    {
        using var client = await keyed.ClientOfAsync("val", "viewer");
        var problem = await ExpectAsync(client, "/api/v1/keys", 403, "FORBIDDEN", "Bearer realm=\"monolith\", error=\"insufficient_scope\"");
        Assert.Contains("val", problem.GetProperty("detail").GetString(), StringComparison.Ordinal);
    }

    private static async Task<System.Text.Json.JsonElement> ExpectAsync(ApiClient client, string path, int status, string code, string challenge)
    {
        using var answer = await client.Http.GetAsync(path);
        var problem = System.Text.Json.JsonDocument.Parse(await answer.Content.ReadAsStringAsync()).RootElement;
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType!.MediaType);
        Assert.Equal((status, code), ((int)answer.StatusCode, problem.GetProperty("code").GetString()!));
        Assert.Equal(challenge, answer.Headers.WwwAuthenticate.ToString());
        Assert.True(problem.TryGetProperty("hint", out _));
        return problem;
    }
}
