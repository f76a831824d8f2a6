using System.Net;
using System.Text;
using Monolith.Integration.Tests.Hosting;

namespace Monolith.Integration.Tests.Definitions;

[Collection(OneHost.Name)]
public sealed class RefusalTests(HostFixture host)
{
    [Fact]
    public async Task Validate_FiveFaults_OneAnswerNamesAllFive()
    {
        using var response = await host.Http.PostYamlAsync("/api/v1/pipelines/validate", """
            name: faulty
            stages:
              - { id: a, agent: recorder, action: noop, needs: [b], timeout: soon }
              - { id: b, agent: recorder, action: noop, needs: [a] }
              - { id: c, agent: recorder, action: record, parameters: { file: 5 }, needs: [nowhere] }
              - { id: d, agent: nobody, action: noop }
            """);

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType!.MediaType);
        var errors = (await response.JsonAsync()).GetProperty("errors").EnumerateArray()
            .Select(error => $"{error.GetProperty("path").GetString()} {error.GetProperty("code").GetString()}").Order(StringComparer.Ordinal);
        Assert.Equal(
        [
            "stages[0].timeout VALIDATION_ERROR",
            "stages[1].needs[0] CIRCULAR_DEPENDENCY",
            "stages[2].needs[0] INVALID_DEPENDENCY",
            "stages[2].parameters.file TASK_VALIDATION_FAILED",
            "stages[3].agent AGENT_NOT_REGISTERED",
        ], errors);
    }

    [Theory]
    [InlineData("name: [broken", "not valid YAML")]
    [InlineData("a: &x [1]\nb: *x", "Anchors")]
    [InlineData("name: p\nname: q", "twice")]
    [InlineData("name: p\n---\nname: q", "Only one document")]
    [InlineData("name: p\nstages: [{ id: ../../etc, agent: recorder, action: noop }]", "is not an id")]
    [InlineData("name: p\nstages: [{ id: a, agent: recorder, action: noop, artifacts: [{ name: x, path: ../../etc/passwd }] }]", "leaves the workspace")]
    [InlineData("name: p\nstages: [{ id: a, agent: recorder, action: noop, artifacts: [{ name: x, path: /etc/passwd }] }]", "leaves the workspace")]
    [InlineData("name: p\nstages: [{ id: a, agent: recorder, action: noop, artifacts: [{ name: ../x, path: y }] }]", "Use letters")]
    public async Task Start_HostileDefinition_IsRefusedAndNamed(string yaml, string named)
    {
        using var response = await host.Http.PostYamlAsync("/api/v1/runs", yaml);

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Contains(named, await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Start_TenMegabytes_IsRefused()
    {
        var body = "name: big\ndescription: " + new string('x', 10 << 20);

        using var response = await host.Http.PostYamlAsync("/api/v1/runs", body);

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, response.StatusCode);
        Assert.Equal("VALIDATION_ERROR", (await response.JsonAsync()).GetProperty("code").GetString());
    }

    [Theory]
    [InlineData("{", "line 1")]
    [InlineData("""{ "pipeline": "nowhere" }""", "PIPELINE_NOT_FOUND")]
    [InlineData("""{ "pipeline": 5 }""", "pipeline")]
    [InlineData("""{ "pipelin": "x" }""", "pipelin")]
    [InlineData("""{ "pipeline": { "name": "p", "stages": [] } }""", "pipeline.stages")]
    public async Task Start_WrongRequest_SaysWhatIsWrong(string json, string named)
    {
        using var content = new StringContent(json, Encoding.UTF8, "application/json");
        using var response = await host.Http.PostAsync("/api/v1/runs", content);

        Assert.True((int)response.StatusCode is 400 or 404);
        Assert.Contains(named, await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("ln -s /etc/hostname stolen", "leaves the workspace")]
    [InlineData("mkfifo stolen", "is a pipe, a socket or a device")]
    public async Task Artifact_LinkOutOfTheWorkspaceOrPipe_FailsTheStage(string script, string named)
    {
        var run = await host.Http.StartAsync($$"""
            name: escape
            stages:
              - id: a
                agent: command
                action: run
                parameters: { script: {{script}} }
                artifacts: [{ name: stolen, path: stolen }]
            """);

        var ended = await host.Http.EndAsync(run);

        Assert.Equal("failed", ended.GetProperty("status").GetString());
        Assert.Contains(named, ended.GetProperty("error").GetProperty("message").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Agents_BrokenDllAmongThem_HostIsUpAndStatusTellsWhy()
    {
        var agents = await host.Http.JsonAsync("/api/v1/agents");

        var broken = agents.GetProperty("agents").EnumerateArray().Single(agent => agent.GetProperty("plugin").GetString() == "broken");
        Assert.Equal("failed", broken.GetProperty("status").GetString());
        Assert.Contains("not a .NET assembly", broken.GetProperty("reason").GetString(), StringComparison.Ordinal);
        var serving = agents.GetProperty("agents").EnumerateArray().Where(agent => agent.GetProperty("status").GetString() == "loaded");
        Assert.Equal(["coding-cli", "command", "deployment", "e2e", "git", "http", "integration", "monitoring", "recorder", "scaffold", "validation"], serving.Select(agent => agent.GetProperty("name").GetString()));
    }
}
