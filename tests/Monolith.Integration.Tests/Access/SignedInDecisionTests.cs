using System.Net.Http.Headers;
using System.Net.Http.Json;
using Monolith.Integration.Tests.Decisions;
using Monolith.Integration.Tests.Hosting;

namespace Monolith.Integration.Tests.Access;

public sealed class SignedInDecisionTests
{
    private const string FirstKey = "c0ffee7be2c94d1f8b63f2a5c7e90d1422b8a1f3d6e74c05a9b1c3d5e7f90213";

    private const string Release = """
        name: release
        stages:
          - id: deploy
            agent: command
            action: run
            decision: { category: security_affecting, title: "Release?", confidence: 0.5 }
            parameters: { script: echo deployed }
        """;

    [Fact]
    public async Task Approve_ByKeys_NamesTheirHoldersAndNobodyElse()
    {
        using var folder = new TestFolder();
        await using var host = await HostProcess.StartAsync(folder.Path, ("Access__Bootstrap__KeyHash", HashOf(FirstKey)));
        var (ada, bob, root) = (await PersonAsync(host, "ada", "operator"), await PersonAsync(host, "bob", "approver"), With(host, FirstKey));

        var run = await ada.StartAsync(Release);
        await ada.BlockedAsync(run, "decision");
        var decision = (await bob.PendingAsync("decisions", run)).GetProperty("id").GetGuid();

        Assert.Equal("ada", (await bob.JsonAsync($"/api/v1/runs/{run}")).GetProperty("startedBy").GetString());
        Assert.Equal(403, (await ada.SayAsync(decision, "approve", person: null)).Status);
        Assert.Equal(403, (await bob.SayAsync(decision, "approve", "cy")).Status);
        Assert.Equal(403, (int)(await bob.PostYamlAsync("/api/v1/runs", Release)).StatusCode);
        var (status, body) = await bob.SayAsync(decision, "approve", person: null);
        Assert.True(status == 200, body.ToString());
        Assert.Equal("bob", body.GetProperty("votes")[0].GetProperty("by").GetString());
        Assert.Equal("deploy:success", (await root.EndAsync(run)).Stages());
    }

    private static string HashOf(string key) => Convert.ToHexString(System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(key)));

    private static HttpClient With(HostProcess host, string key) => new() { BaseAddress = host.Http.BaseAddress, DefaultRequestHeaders = { Authorization = new AuthenticationHeaderValue("Bearer", key) } };

    private static async Task<HttpClient> PersonAsync(HostProcess host, string name, string role)
    {
        using var root = With(host, FirstKey);
        using var made = await root.PostAsJsonAsync("/api/v1/keys", new { name, roles = new[] { role } });
        return With(host, (await made.JsonAsync()).GetProperty("key").GetString()!);
    }
}
