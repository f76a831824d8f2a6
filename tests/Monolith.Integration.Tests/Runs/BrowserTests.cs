using Monolith.Integration.Tests.Hosting;

namespace Monolith.Integration.Tests.Runs;

/// <summary>The e2e agent as the host loads it: its program is found beside the plugin. The application is the host itself.</summary>
[Collection(OneHost.Name)]
public sealed class BrowserTests(HostFixture host)
{
    [Fact]
    public async Task Scenarios_AgainstTheHostsOwnPage_AreRunAndReported()
    {
        var run = await host.Http.StartAsync($$"""
            name: browser
            stages:
              - id: look
                agent: e2e
                action: run
                parameters:
                  app: { url: "{{host.Http.BaseAddress}}", readyPath: /health }
                  reruns: 0
                  stepTimeout: 2s
                  inline: |
                    scenarios:
                      - name: Errors are explained
                        steps:
                          - open: /errors#TASK_TIMEOUT
                          - expect: { role: heading, name: TASK_TIMEOUT, exact: true }
                          - request: { url: /health, json: { status: healthy } }
                      - name: Nothing is called this
                        steps:
                          - open: /errors
                          - expect: { role: heading, name: NO_SUCH_CODE }
            """);

        var ended = await host.Http.EndAsync(run);

        Assert.Contains("1 of 2 scenarios failed", ended.GetProperty("error").ToString(), StringComparison.Ordinal);
        var artifacts = (await host.Http.JsonAsync($"/api/v1/runs/{run}/artifacts")).GetProperty("artifacts").EnumerateArray()
            .ToDictionary(artifact => artifact.GetProperty("name").GetString()!, artifact => artifact.GetProperty("href").GetString()!);
        Assert.Equal(
            ["look-002-nothing-is-called-this-chromium-1-failure.png", "look-002-nothing-is-called-this-chromium-1-trace.zip", "look-e2e.html", "look-e2e.json", "look-e2e.junit.xml"],
            artifacts.Keys.Order(StringComparer.Ordinal));
        Assert.Contains("passed</strong> Errors are explained", await host.Http.GetStringAsync(artifacts["look-e2e.html"]), StringComparison.Ordinal);
    }
}
