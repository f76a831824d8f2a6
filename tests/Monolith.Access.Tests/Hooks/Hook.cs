using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Monolith.Access.Tests.Support;

namespace Monolith.Access.Tests.Hooks;

/// <summary>A forge that knows a project's secret, and the project's only pipeline.</summary>
internal sealed class Hook(KeyedHostFixture host, string project)
{
    private const string Secret = "It's a Secret to Everybody";

    public static string Push(string branch) => $$"""
        {"ref":"refs/heads/{{branch}}","after":"0d1a26e67d8f5eaf1f6ba5c57fc3c7d91ac0fd1c","repository":{"full_name":"octocat/hello","clone_url":"https://github.com/octocat/hello.git"},
         "sender":{"login":"octocat"},"pushed":"{{Guid.NewGuid()}}"}
        """;

    public static async Task<Hook> MakeAsync(KeyedHostFixture host, string project)
    {
        await host.Admin.SendAsync(HttpMethod.Put, $"/api/v1/secrets/webhook_github?project={project}", new { value = Secret });
        var (status, body) = await host.Admin.SendAsync(HttpMethod.Put, $"/api/v1/pipelines/built?project={project}", new
        {
            name = "built",
            inputs = new { url = new { required = true } },
            triggers = new { webhook = new[] { new { source = "github", branches = new[] { "main" }, inputs = new { url = "${{ event.cloneUrl }}" } } } },
            stages = new[] { new { id = "a", wait = new { @for = "1h" } } },
        });
        Assert.True(status is 200 or 201, body.ToString());
        return new Hook(host, project);
    }

    /// <param name="body">The payload.</param>
    /// <param name="delivery">Its id.</param>
    /// <param name="signed">What the signature is over, when that is something else.</param>
    public async Task<(HttpResponseMessage Answer, JsonElement Body)> SendAsync(string body, string delivery, string? signed = null)
    {
        using var stranger = new HttpClient { BaseAddress = host.Host.Address };
        var signature = Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(Secret), Encoding.UTF8.GetBytes(signed ?? body)));
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/api/v1/hooks/github?project={project}")
        {
            Content = new StringContent(body, Encoding.UTF8, "application/json"),
            Headers = { { "X-GitHub-Event", "push" }, { "X-GitHub-Delivery", delivery }, { "X-Hub-Signature-256", $"sha256={signature}" } },
        };
        var answer = await stranger.SendAsync(request);
        return (answer, await answer.Content.ReadFromJsonAsync<JsonElement>());
    }
}
