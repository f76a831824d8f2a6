using Monolith.Integration.Tests.Hosting;

namespace Monolith.Integration.Tests.Runs;

[Collection(OneHost.Name)]
public sealed class ConcurrencyTests(HostFixture host)
{
    [Fact]
    public async Task Concurrency_KeyIsTaken_NextWaitsUntilItIsFree()
    {
        var (first, second) = (await StartKeyedAsync("queue"), await StartKeyedAsync("queue"));
        await host.Http.UntilAsync(first, (type, _) => type == "stage_blocked");
        Assert.Equal("queued", (await host.Http.JsonAsync($"/api/v1/runs/{second}")).GetProperty("status").GetString());

        using var signal = await host.Http.PostAsync($"/api/v1/runs/{first}/signals/go", null);

        await host.Http.EndAsync(first);
        await host.Http.UntilAsync(second, (type, _) => type == "stage_blocked");
        using var cancel = await host.Http.PostAsync($"/api/v1/runs/{second}/cancel", null);
    }

    [Fact]
    public async Task Concurrency_CancelOlder_NewestIsDone()
    {
        var first = await StartKeyedAsync("cancelOlder");
        await host.Http.UntilAsync(first, (type, _) => type == "stage_blocked");

        var second = await StartKeyedAsync("cancelOlder");

        Assert.Equal("cancelled", (await host.Http.EndAsync(first)).GetProperty("status").GetString());
        await host.Http.UntilAsync(second, (type, _) => type == "stage_blocked");
        using var cancel = await host.Http.PostAsync($"/api/v1/runs/{second}/cancel", null);
    }

    private Task<Guid> StartKeyedAsync(string whenFull) => host.Http.StartAsync($$"""
        name: keyed
        concurrency: { key: "{{whenFull}}", limit: 1, whenFull: {{whenFull}} }
        stages: [{ id: w, wait: { signal: go } }]
        """);
}
