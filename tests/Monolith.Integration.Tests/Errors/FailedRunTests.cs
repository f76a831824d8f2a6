using Monolith.Integration.Tests.Hosting;
using Monolith.Integration.Tests.Logs;

namespace Monolith.Integration.Tests.Errors;

[Collection(OneHost.Name)]
public sealed class FailedRunTests(HostFixture host)
{
    [Fact]
    public async Task Run_ThatFails_SaysWhatTheCatalogueKnowsAndLogsItAtThatLevel()
    {
        var run = await host.Http.StartAsync("name: failing\nstages: [{ id: a, agent: recorder, action: fail }]\n");

        var ended = await host.Http.EndAsync(run);

        foreach (var error in new[] { ended.GetProperty("error"), ended.GetProperty("stages")[0].GetProperty("error") })
        {
            Assert.Equal(("TASK_EXECUTION_FAILED", "agent", "warning", "/errors#TASK_EXECUTION_FAILED"), (
                error.GetProperty("code").GetString(), error.GetProperty("category").GetString(), error.GetProperty("severity").GetString(), error.GetProperty("link").GetString()));
            Assert.False(error.GetProperty("retryable").GetBoolean());
            Assert.NotEmpty(error.GetProperty("hint").GetString()!);
        }

        foreach (var begin in new[] { "Stage a of run", "Run " })
        {
            var line = await LogLine.OneAsync(host.Host, line => line.Text("run_id") == run.ToString() && line.Text("message")!.StartsWith(begin, StringComparison.Ordinal));
            Assert.Equal(("warn", "TASK_EXECUTION_FAILED"), (line.Text("level"), line.GetProperty("error").Text("code")));
        }
    }
}
