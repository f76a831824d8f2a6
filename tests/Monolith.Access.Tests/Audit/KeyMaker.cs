using System.Collections.Concurrent;
using Monolith.Access.Keys;
using Monolith.Access.Tests.Support;

namespace Monolith.Access.Tests.Audit;

/// <summary>An admin who makes keys at one host, and what became of them.</summary>
internal sealed class KeyMaker(RealHost host, string name) : IDisposable
{
    private readonly ApiClient admin = new(host.Address, KeyedHostFixture.FirstKey);
    private readonly ConcurrentDictionary<string, string> made = new();

    public int Made(string when) => made.Keys.Count(key => key.StartsWith($"{name}-{when}-", StringComparison.Ordinal));

    public Task MakeAsync(string when, int count) => Task.WhenAll(Enumerable.Range(0, count).Select(number => MakeOneAsync($"{name}-{when}-{number}")));

    public async Task MakeUntilItWorksAsync(string when)
    {
        using var patience = new PeriodicTimer(TimeSpan.FromMilliseconds(200));
        for (var number = 0; await MakeOneAsync($"{name}-{when}-{number}") != 201; number++)
            await patience.WaitForNextTickAsync();
    }

    public async Task<string> KeysAsync() => (await admin.SendAsync(HttpMethod.Get, "/api/v1/keys")).Body.ToString();

    /// <returns>How many of its keys that were made stand in the trail.</returns>
    public async Task<int> EntriesAsync(string when)
    {
        var entries = await admin.EntriesAsync("action=key.create&limit=500");
        var ids = made.Where(one => one.Key.StartsWith($"{name}-{when}-", StringComparison.Ordinal)).Select(one => one.Value).ToHashSet();
        return entries.Count(entry => entry.Text("result") == "201" && ids.Contains(entry.Text("subject")));
    }

    public async Task<int> VerifyAsync()
    {
        using var output = new StringWriter();
        return await AccessModule.VerifyAuditAsync(host.Services, null, output, output, CancellationToken.None);
    }

    public void Dispose() => admin.Dispose();

    private async Task<int> MakeOneAsync(string key)
    {
        var (status, body) = await admin.SendAsync(HttpMethod.Post, "/api/v1/keys", new { name = key, roles = new[] { "viewer" } });
        Assert.True(status is 201 or 503, body.ToString());
        if (status == 201)
            made[key] = KeyText.IdOf(body.Text("key"))!.Value.ToString();
        return status;
    }
}
