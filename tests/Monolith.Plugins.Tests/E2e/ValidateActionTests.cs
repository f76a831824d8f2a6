using System.Text.Json.Nodes;

namespace Monolith.Plugins.Tests.E2e;

public sealed class ValidateActionTests : E2eTestBase
{
    [Fact]
    public async Task Validate_GoodScenarios_TellsWhatTheyHold()
    {
        Workspace.Write("e2e/notes.yaml", Scenarios.EveryStep);
        Workspace.Write("e2e/more/login.yml", Scenarios.WithSecret);
        var context = Context("validate", []);

        var result = (await DoAsync(context)).Succeeded(context);

        Assert.Equal(5, (int)result.Outputs["scenarios"]!);
        Assert.Equal("""["e2e/more/login.yml","e2e/notes.yaml"]""", result.Outputs["files"]!.ToJsonString());
        Assert.Equal("""["notes","slow","smoke"]""", result.Outputs["tags"]!.ToJsonString());
        Assert.Equal("""["password"]""", result.Outputs["secrets"]!.ToJsonString());
    }

    [Fact]
    public async Task Validate_ManyMistakes_AllAreToldWithTheirLines()
    {
        Workspace.Write("e2e/bad.yaml", """
            nmae: Shop
            scenarios:
              - name: First
                steps:
                  - opne: /
                  - open: { url: / }
                  - click: { role: buton, name: Add }
                  - click: { label: A, css: b }
                  - fill: { label: Name }
                  - fill: { label: Name, value: "${nobody}" }
                  - open: /${secrets.key}
                  - expect: { visible: true }
                  - expect: { label: Name, title: x }
                  - expect: { label: Name, count: -1 }
                  - request: { method: FETCH, url: /, status: 20 }
                  - waitFor: { text: x, state: gone }
                  - press: Enter
                  - screenshot: a ${user}
              - name: first
                steps: []
            """);
        Workspace.Write("e2e/worse.yaml", "scenarios: [\n  - {");

        var error = (await DoAsync(Context("validate", []))).FailedWith(AgentErrorCodes.TaskValidationFailed);

        foreach (var told in new[]
        {
            "bad.yaml:1: file: 'nmae' is not known here. Known are: name, variables, scenarios.",
            "bad.yaml:5: step: 'opne' is not known. Known are: page, open, click,",
            "bad.yaml:6: open: must be a text.",
            "bad.yaml:7: click: 'role' must be an ARIA role",
            "bad.yaml:8: It must name its element in one way, not by label and css.",
            "bad.yaml:9: fill: 'value' is missing.",
            "bad.yaml:10: fill: there is no variable 'nobody'.",
            "bad.yaml:11: open: a secret may only stand in",
            "bad.yaml:12: expect: visible, checked",
            "bad.yaml:13: expect: url, title are about the page",
            "bad.yaml:14: expect: 'count' must be a whole number from 0 to 100000.",
            "bad.yaml:15: request: 'method' must be one of GET",
            "bad.yaml:15: request: 'status' must be a whole number from 100 to 599.",
            "bad.yaml:16: waitFor: 'state' must be visible or hidden.",
            "bad.yaml:17: press: must be a mapping, such as { label: Name, key: Enter }.",
            "bad.yaml:18: screenshot: a name cannot hold placeholders.",
            "bad.yaml:19: scenario: 'first' is the name of two scenarios.",
            "bad.yaml:20: scenario: 'steps' must list 1 to 500 steps.",
            "worse.yaml:2: This is not YAML",
        })
        {
            error.Says(told);
        }
    }

    [Theory]
    [InlineData("run")]
    [InlineData("generate")]
    public async Task AnyAction_MistakeInScenarios_IsRefusedBeforeAnythingStarts(string action)
    {
        var parameters = new JsonObject { ["inline"] = "scenarios: []" };
        if (action == "run")
            parameters["app"] = App;
        var context = Context(action, parameters);

        (await DoAsync(context)).FailedWith(AgentErrorCodes.TaskValidationFailed).Says("inline:1: file: 'scenarios' must list");

        Assert.Empty(context.RealPrograms.Started);
    }

    [Fact]
    public async Task Validate_FilesThatCannotBe_AreRefused()
    {
        Directory.CreateDirectory(Workspace.At("empty"));
        await File.WriteAllTextAsync(Path.Combine(Workspace.Outside, "out.yaml"), Scenarios.Endless);
        File.CreateSymbolicLink(Workspace.At("link.yaml"), Path.Combine(Workspace.Outside, "out.yaml"));

        foreach (var (path, says) in new[] { ("nowhere", "no file or folder 'nowhere'"), ("empty", "no .yaml or .yml"), ("../out.yaml", "outside"), ("link.yaml", "outside") })
            (await DoAsync(Context("validate", new JsonObject { ["scenarios"] = new JsonArray(path) }))).FailedWith(AgentErrorCodes.WorkspaceError).Says(says);
    }

    [Fact]
    public async Task Run_SecretsThatCannotBeUsed_AllAreTold()
    {
        var context = Context("run", new JsonObject { ["app"] = App, ["inline"] = Scenarios.WithSecret.Replace("X-Key: \"${secrets.password}\"", "X-Key: \"${secrets.key}\"", StringComparison.Ordinal) },
            new Dictionary<string, string> { ["key"] = "abc" });

        (await DoAsync(context)).FailedWith(AgentErrorCodes.TaskValidationFailed).Says("no secret 'password'").Says("'key' is shorter than 4");
    }
}
