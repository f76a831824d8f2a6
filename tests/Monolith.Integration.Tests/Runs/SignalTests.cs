using System.Net;
using System.Text;
using Monolith.Integration.Tests.Hosting;

namespace Monolith.Integration.Tests.Runs;

[Collection(OneHost.Name)]
public sealed class SignalTests(HostFixture host)
{
    private const string Release = """
        name: release
        stages:
          - { id: released, wait: { signal: go } }
          - { id: pause, wait: { for: 50ms }, needs: [released] }
          - { id: ship, agent: recorder, action: noop, needs: [pause] }
        """;

    [Fact]
    public async Task Signal_RunWaits_GoesOnWithThePayload()
    {
        var run = await host.Http.StartAsync(Release);
        await host.Http.UntilAsync(run, (type, _) => type == "stage_blocked");
        var waiting = await host.Http.JsonAsync($"/api/v1/runs/{run}");
        Assert.Equal("waiting", waiting.GetProperty("status").GetString());
        Assert.Equal("go", waiting.GetProperty("stages")[0].GetProperty("waitsFor").GetProperty("name").GetString());

        using var answer = await SignalAsync(run, "go", """{"by": "ann"}""");

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        var ended = await host.Http.EndAsync(run);
        Assert.Equal("released:success pause:success ship:success", ended.Stages());
        Assert.Equal("ann", ended.GetProperty("stages")[0].GetProperty("outputs").GetProperty("by").GetString());
    }

    [Fact]
    public async Task Signal_Wrong_IsRefusedAndSaysWhy()
    {
        var run = await host.Http.StartAsync(Release);

        using var unknown = await SignalAsync(run, "stop", "");
        using var notAnObject = await SignalAsync(run, "go", "[1]");

        Assert.Equal(HttpStatusCode.NotFound, unknown.StatusCode);
        Assert.Contains("they wait for go", await unknown.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.BadRequest, notAnObject.StatusCode);
        using var cancel = await host.Http.PostAsync($"/api/v1/runs/{run}/cancel", null);
    }

    private Task<HttpResponseMessage> SignalAsync(Guid run, string name, string payload) =>
        host.Http.PostAsync($"/api/v1/runs/{run}/signals/{name}", new StringContent(payload, Encoding.UTF8, "application/json"));
}
