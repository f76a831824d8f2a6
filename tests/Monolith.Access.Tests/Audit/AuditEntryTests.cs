using Monolith.Access.Tests.Support;

namespace Monolith.Access.Tests.Audit;

[Collection(OneKeyedHost.Name)]
public sealed class AuditEntryTests(KeyedHostFixture keyed)
{
    private const string Run = "name: audited\nstages:\n  - { id: one, wait: { signal: go } }";

    [Fact]
    public async Task StartRun_ByAKey_NamesWhoWhatAndFromWhere()
    {
        using var ada = await keyed.ClientOfAsync("audited-ada", "operator");
        ada.Http.DefaultRequestHeaders.Add("x-request-id", "request-of-ada");
        using var started = await ada.Http.PostAsync("/api/v1/runs", new StringContent(Run, System.Text.Encoding.UTF8, "application/yaml"));
        Assert.Equal(202, (int)started.StatusCode);
        var run = started.Headers.Location!.ToString().Split('/')[^1];

        var entry = Assert.Single(await keyed.Admin.EntriesAsync($"subject={run}&action=run.start"));

        Assert.Equal(("audited-ada", "Key", "202", "request-of-ada"), (entry.Text("who"), entry.Text("how"), entry.Text("result"), entry.Text("requestId")));
        Assert.Contains(entry.Text("from"), new[] { "127.0.0.1", "::1" });
    }

    [Fact]
    public async Task CreateKey_ByTheAdmin_StandsBeforeAndAfterWithoutTheKey()
    {
        var key = await keyed.Admin.NewKeyAsync("audited-eve", "viewer");
        var entries = (await keyed.Admin.EntriesAsync("action=key.create&who=root&limit=500")).Take(2).ToList();

        Assert.Equal(["201", "asked"], entries.Select(entry => entry.Text("result")));
        Assert.Equal(Guid.ParseExact(key.AsSpan(5, 32), "N").ToString(), entries[0].Text("subject"));
        Assert.DoesNotContain(key[38..], await File.ReadAllTextAsync(await keyed.Admin.ExportAsync()), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Call_RefusedOrUnknown_IsThereAndTheSecretIsNot()
    {
        using var eve = await keyed.ClientOfAsync("refused-eve", "viewer");
        Assert.Equal(403, await eve.StatusAsync("/api/v1/keys?hush=hush-hush"));
        using var nobody = keyed.Client("not-a-key-hush-hush");
        Assert.Equal(401, await nobody.StatusAsync("/api/v1/runs"));

        Assert.Equal("GET /api/v1/keys", Assert.Single(await keyed.Admin.EntriesAsync("who=refused-eve&action=access.forbidden")).Text("request"));
        Assert.NotEmpty(await keyed.Admin.EntriesAsync("action=access.unauthenticated&who=anonymous"));
        Assert.DoesNotContain("hush-hush", await File.ReadAllTextAsync(await keyed.Admin.ExportAsync()), StringComparison.Ordinal);
    }
}
