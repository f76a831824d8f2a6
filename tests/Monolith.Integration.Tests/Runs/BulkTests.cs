using System.Net;
using System.Net.Http.Json;
using Monolith.Integration.Tests.Hosting;

namespace Monolith.Integration.Tests.Runs;

[Collection(OneHost.Name)]
public sealed class BulkTests(HostFixture host)
{
    [Fact]
    public async Task Bulk_DryRunThenCancel_CountsFirstAndThenDoes()
    {
        var label = $"bulk={Guid.NewGuid():N}";
        var waiting = new { name = "waits", stages = new object[] { new { id = "w", wait = new { signal = "never" } } } };
        var runs = Enumerable.Range(0, 5).Select(_ => new { pipeline = waiting, labels = new { bulk = label["bulk=".Length..] } });
        using var batch = await host.Http.PostAsJsonAsync("/api/v1/runs:batch", new { runs });
        Assert.Equal(5, (await batch.JsonAsync()).GetProperty("accepted").GetInt32());

        var counted = await (await host.Http.PostAsync($"/api/v1/runs:cancel?label={label}&dryRun=true", null)).JsonAsync();
        var paused = await (await host.Http.PostAsync($"/api/v1/runs:pause?label={label}", null)).JsonAsync();
        var resumed = await (await host.Http.PostAsync($"/api/v1/runs:resume?label={label}", null)).JsonAsync();
        var cancelled = await (await host.Http.PostAsync($"/api/v1/runs:cancel?label={label}", null)).JsonAsync();
        var again = await (await host.Http.PostAsync($"/api/v1/runs:cancel?label={label}", null)).JsonAsync();

        Assert.Equal((5, 0), (counted.GetProperty("matched").GetInt32(), counted.GetProperty("done").GetInt32()));
        Assert.Equal((5, 5, 5), (paused.GetProperty("done").GetInt32(), resumed.GetProperty("done").GetInt32(), cancelled.GetProperty("done").GetInt32()));
        Assert.Equal(0, again.GetProperty("matched").GetInt32());
        var listed = await host.Http.JsonAsync($"/api/v1/runs?label={label}&status=cancelled");
        Assert.Equal(5, listed.GetProperty("runs").GetArrayLength());
    }

    [Fact]
    public async Task Bulk_NoFilter_IsRefused()
    {
        using var answer = await host.Http.PostAsync("/api/v1/runs:cancel", null);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }
}
