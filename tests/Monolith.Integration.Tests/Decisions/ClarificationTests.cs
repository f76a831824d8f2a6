using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Monolith.Integration.Tests.Hosting;

namespace Monolith.Integration.Tests.Decisions;

[Collection(OneHost.Name)]
public sealed class ClarificationTests(HostFixture one)
{
    private const string Wish = """
        name: wish
        stages:
          - id: build
            agent: command
            action: run
            clarify: { text: "Make it fast", acceptanceCriteria: "" }
            parameters: { script: "echo '${{ answers.acceptance_criteria }}'" }
        """;

    [Fact]
    public async Task Answer_AllQuestions_StageGoesOnWithTheAnswers()
    {
        var run = await one.Http.StartAsync(Wish);
        await one.Http.BlockedAsync(run, "clarification");
        var asked = await one.Http.PendingAsync("clarifications", run);
        var path = $"/api/v1/clarifications/{asked.GetProperty("id").GetGuid()}";
        Assert.Equal(["details", "precision", "acceptance_criteria"], asked.GetProperty("questions").EnumerateArray().Select(question => question.GetProperty("id").GetString()));

        using var wrong = await one.Http.PostAsJsonAsync($"{path}/answers", new JsonObject { ["answers"] = new JsonObject { ["details"] = 1, ["colour"] = "red" } });
        Assert.Equal(HttpStatusCode.BadRequest, wrong.StatusCode);
        Assert.Equal(
            ["answers.colour", "answers.details", "answers.precision", "answers.acceptance_criteria"],
            (await wrong.JsonAsync()).GetProperty("errors").EnumerateArray().Select(error => error.GetProperty("path").GetString()));

        var answers = new JsonObject { ["details"] = "The order form", ["precision"] = "Under 200 ms", ["acceptance_criteria"] = "p95 below 200 ms" };
        using var right = await one.Http.PostAsJsonAsync($"{path}/answers", new JsonObject { ["answers"] = answers });
        Assert.Equal(HttpStatusCode.OK, right.StatusCode);

        Assert.Equal("build:success", (await one.Http.EndAsync(run)).Stages());
        Assert.Contains("p95 below 200 ms", await one.Http.GetStringAsync($"/api/v1/runs/{run}/stages/build/log"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Run_NonInteractiveAndUnclear_ExitsWithTenAndTheRunWaitsOn()
    {
        using var folder = new TestFolder();
        await File.WriteAllTextAsync(folder["wish.yaml"], Wish);

        var (exitCode, output) = await HostProcess.RunAsync(folder.Path, ["run", folder["wish.yaml"], "--non-interactive"]);

        Assert.True(exitCode == 10, output);
        Assert.Contains("build waits for a clarification", output, StringComparison.Ordinal);
        await using var host = await HostProcess.StartAsync(folder.Path);
        var waiting = Assert.Single((await host.Http.JsonAsync("/api/v1/clarifications?status=pending")).GetProperty("clarifications").EnumerateArray());
        Assert.Equal("waiting", (await host.Http.JsonAsync($"/api/v1/runs/{waiting.GetProperty("runId").GetGuid()}")).GetProperty("status").GetString());
    }
}
