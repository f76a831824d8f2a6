using System.Text.RegularExpressions;
using Monolith.Integration.Tests.Hosting;
using Monolith.Integration.Tests.Logs;

namespace Monolith.Integration.Tests.Errors;

[Collection(OneHost.Name)]
public sealed partial class ErrorsTests(HostFixture host)
{
    [Fact]
    public async Task Page_OfErrors_HasAPlaceForEachCodeAndNothingFromElsewhere()
    {
        var listed = (await host.Http.JsonAsync("/api/v1/errors")).GetProperty("errors").EnumerateArray().ToList();
        using var answer = await host.Http.GetAsync("/errors");
        var page = await answer.Content.ReadAsStringAsync();

        Assert.Equal("text/html", answer.Content.Headers.ContentType!.MediaType);
        Assert.Equal(
            listed.Select(entry => entry.GetProperty("link").GetString()),
            Places().Matches(page).Select(place => $"/errors#{place.Groups[1].Value}"));
        Assert.True(listed.Count > 30);
        Assert.DoesNotMatch("(?i)<script|https?://|\\son[a-z]+=|javascript:", page);
        Assert.Contains("light dark", page, StringComparison.Ordinal);
        Assert.StartsWith("default-src 'none'", answer.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/api/v1/runs/01a21239-615b-7f71-99f1-f3acf633dfff", "NOT_FOUND", "request", "warning", false)]
    [InlineData("/api/v1/nothing", "NOT_FOUND", "request", "warning", false)]
    [InlineData("/api/v1/pipelines/nobody-made-this", "PIPELINE_NOT_FOUND", "pipeline", "warning", false)]
    [InlineData("/api/v1/agents/nobody", "AGENT_NOT_REGISTERED", "agent", "error", false)]
    [InlineData("/metrics/summary?label=x", "VALIDATION_ERROR", "request", "warning", false)]
    public async Task Problem_WhoeverWroteIt_SaysWhatTheCatalogueKnows(string path, string code, string category, string severity, bool retryable)
    {
        using var answer = await host.Http.GetAsync(path);
        var problem = await answer.JsonAsync();

        Assert.Equal(
            (code, category, severity, retryable, $"/errors#{code}"),
            (problem.GetProperty("code").GetString(), problem.GetProperty("category").GetString(), problem.GetProperty("severity").GetString(), problem.GetProperty("retryable").GetBoolean(), problem.GetProperty("type").GetString()));
        Assert.EndsWith(".", problem.GetProperty("hint").GetString(), StringComparison.Ordinal);
        Assert.Contains($"id=\"{code}\"", await host.Http.GetStringAsync(problem.GetProperty("type").GetString()), StringComparison.Ordinal);
    }

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

    [GeneratedRegex("<section id=\"([A-Z_]+)\">")]
    private static partial Regex Places();
}
