using Monolith.Integration.Tests.Hosting;

namespace Monolith.Integration.Tests.Definitions;

[Collection(OneHost.Name)]
public sealed class DefaultPipelineTests(HostFixture host)
{
    [Theory]
    [InlineData("app", "initialization", "scaffolding", "validation", "e2e_testing", "integration", "deployment", "monitoring")]
    [InlineData("feature", "initialization", "implementation", "validation", "testing", "integration", "deployment")]
    [InlineData("bugfix", "initialization", "debugging", "fixing", "validation", "testing", "deployment")]
    public async Task Validate_WorkflowOfTheContract_IsServedByTheAgentsThatComeWithTheHost(string workflow, params string[] stages)
    {
        using var answer = await host.Http.PostYamlAsync("/api/v1/pipelines/validate", await File.ReadAllTextAsync(Path.Combine(Built.Samples, $"{workflow}.yaml")));

        var valid = await answer.JsonAsync();
        Assert.True(answer.IsSuccessStatusCode, valid.ToString());
        Assert.Equal(stages, valid.GetProperty("stages").EnumerateArray().Select(stage => stage.GetString()).Where(stages.Contains));
    }
}
