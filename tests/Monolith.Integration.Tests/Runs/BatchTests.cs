using System.Net;
using System.Net.Http.Json;
using Monolith.Integration.Tests.Hosting;

namespace Monolith.Integration.Tests.Runs;

[Collection(OneHost.Name)]
public sealed class BatchTests(HostFixture host)
{
    [Fact]
    public async Task Batch_SomeWrong_OthersAreAccepted()
    {
        var good = new { pipeline = new { name = "batched", stages = new[] { new { id = "a", agent = "recorder", action = "noop" } } } };
        var bad = new { pipeline = "nowhere-to-be-found" };

        using var answer = await host.Http.PostAsJsonAsync("/api/v1/runs:batch", new { runs = new object[] { good, bad, good } });

        Assert.Equal(HttpStatusCode.Accepted, answer.StatusCode);
        var body = await answer.JsonAsync();
        Assert.Equal((2, 1), (body.GetProperty("accepted").GetInt32(), body.GetProperty("refused").GetInt32()));
        Assert.Equal("PIPELINE_NOT_FOUND", body.GetProperty("runs")[1].GetProperty("errors")[0].GetProperty("code").GetString());
        foreach (var entry in new[] { 0, 2 })
            Assert.Equal("a:success", (await host.Http.EndAsync(body.GetProperty("runs")[entry].GetProperty("id").GetGuid())).Stages());
    }
}
