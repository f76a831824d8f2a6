using Monolith.Integration.Tests.Hosting;

namespace Monolith.Integration.Tests.Errors;

[Collection(OneHost.Name)]
public sealed class CatalogedProblemTests(HostFixture host)
{
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
}
