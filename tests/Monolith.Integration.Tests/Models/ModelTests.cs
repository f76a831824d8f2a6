using Monolith.Integration.Tests.Hosting;
using Monolith.Integration.Tests.Traces;
using Monolith.Models.Tests.Support.Scripted;

namespace Monolith.Integration.Tests.Models;

public sealed class ModelTests
{
    private const string Pipeline = """
        name: asks
        stages:
          - { id: plan, agent: recorder, action: ask, parameters: { question: "What is the plan?" } }
          - { id: write, agent: recorder, action: ask, needs: [plan], parameters: { question: "Write: ${{ stages.plan.outputs.text }}" } }
        """;

    [Fact]
    public async Task Run_ThatAsks_IsAnsweredCountedAndReplayedWithoutTokens()
    {
        using var folder = Folder();
        using var collector = new Collector();
        await using var provider = await ScriptedProvider.StartAsync(new Reply.Say("a shop") { InputTokens = 40, OutputTokens = 2 }, new Reply.Say("done"));
        await using (var host = await HostProcess.StartAsync(folder.Path, [.. ModelSettings.For(provider), .. collector.Settings]))
        {
            var run = await host.Http.StartAsync(Pipeline);
            var ended = await host.Http.EndAsync(run);
            Assert.Equal("plan:success write:success", ended.Stages());
            Assert.Contains("Write: a shop", provider.Requests[1].Body.GetRawText(), StringComparison.Ordinal);

            var models = await host.Http.JsonAsync($"/api/v1/runs/{run}/models");
            Assert.Equal((0.57m, 50, 7), (models.GetProperty("spentUsd").GetDecimal(), models.GetProperty("inputTokens").GetInt32(), models.GetProperty("outputTokens").GetInt32()));
            Assert.Equal(["plan", "write"], models.GetProperty("calls").EnumerateArray().Select(call => call.GetProperty("stage").GetString()));
            Assert.DoesNotContain("a shop", models.GetRawText(), StringComparison.Ordinal);
            Assert.Equal(
                ["tenant:0.57", "pipeline:0.57", "run:0.57", "agent:0.57"],
                models.GetProperty("budgets").EnumerateArray().Select(budget => $"{budget.GetProperty("kind").GetString()}:{budget.GetProperty("spentUsd").GetRawText()}"));

            var span = await collector.SpanAsync(span => span.Name == "chat scripted-model" && span["monolith.stage.id"] == "plan");
            Assert.Equal(("chat", "openai", "40", "2"), (span["gen_ai.operation.name"], span["gen_ai.provider.name"], span["gen_ai.usage.input_tokens"], span["gen_ai.usage.output_tokens"]));
            Assert.Equal(span.Parent, (await collector.SpanAsync(one => one.Name == "agent recorder.ask" && one.Id == span.Parent)).Id);

            var metrics = await host.Http.GetStringAsync("/metrics");
            Assert.Contains("""monolith_model_tokens_total{provider="local",model="scripted-model",direction="input"} 50""", metrics, StringComparison.Ordinal);
            Assert.Contains("""monolith_model_cost_usd_total{provider="local",model="scripted-model"} 0.57""", metrics, StringComparison.Ordinal);

            var list = await host.Http.GetStringAsync("/api/v1/models");
            Assert.Contains("\"state\":\"ready\"", list, StringComparison.Ordinal);
            Assert.Contains("monolith_breaker_state{kind=\"model\",name=\"local\"} 0", metrics, StringComparison.Ordinal);
            Assert.All(new[] { list, host.Output, models.GetRawText(), ended.GetRawText() }, text => Assert.DoesNotContain(ModelSettings.ApiKey, text, StringComparison.Ordinal));
            Assert.Equal(0, await host.StopAsync());
        }

        await using var again = await HostProcess.StartAsync(folder.Path, [.. ModelSettings.For(provider), ("Models__Replay", "true")]);
        var replayed = await again.Http.StartAsync(Pipeline);
        var result = await again.Http.EndAsync(replayed);

        Assert.Equal("plan:success write:success", result.Stages());
        Assert.Equal(2, provider.Requests.Count);
        Assert.Equal(0, (await again.Http.JsonAsync($"/api/v1/runs/{replayed}/models")).GetProperty("spentUsd").GetDecimal());
    }

    [Fact]
    public async Task Run_BeyondTheBudgetOfItsDefinition_FailsWithTheCodeAndSaysWhichOne()
    {
        using var folder = Folder();
        await using var provider = await ScriptedProvider.StartAsync();
        await using var host = await HostProcess.StartAsync(folder.Path, ModelSettings.For(provider));

        foreach (var (pipeline, budget) in new[] { (Pipeline + "\nbudget: 0.5", "budget of the run, $0.5"), (Pipeline.Replace("id: plan,", "id: plan, budget: 0.25,", StringComparison.Ordinal), "budget of the stage, $0.25") })
        {
            var ended = await host.Http.EndAsync(await host.Http.StartAsync(pipeline));

            Assert.Equal("failed", ended.GetProperty("status").GetString());
            Assert.Contains("LLM_QUOTA_EXCEEDED", ended.GetRawText(), StringComparison.Ordinal);
            Assert.Contains(budget, ended.GetRawText(), StringComparison.Ordinal);
        }

        Assert.Empty(provider.Requests);
    }

    [Fact]
    public async Task Start_WrongSettings_NamesEachOfThem()
    {
        using var folder = new TestFolder();

        var (exitCode, output) = await HostProcess.RunAsync(
            folder.Path,
            [],
            ("Models__Providers__claude__Kind", "Anthropic"),
            ("Models__Providers__claude__ApiKeySecret", "anthropic-key"),
            ("Models__Providers__claude__Timeout", "00:00:00"),
            ("Models__Providers__claude__BaseUrl", "nowhere"),
            ("Models__Providers__claude__Prices__InputPerMillion", "much"),
            ("Models__Providers__gpt__Kind", "Telepathy"),
            ("Models__Providers__gpt__Colour", "red"),
            ("Models__Order__0", "nobody"),
            ("Models__Budget__PerRun", "51"),
            ("Models__Journal__Key", "short"),
            ("Models__Replay", "maybe"));

        Assert.Equal(2, exitCode);
        Assert.All(
            new[]
            {
                "Models:Providers:claude:Model: Give the name of the model.",
                "Models:Providers:claude:ApiKeySecret: There is no secret 'anthropic-key'.",
                "Models:Providers:claude:Timeout:",
                "Models:Providers:claude:Prices:InputPerMillion: 'much' is not a number",
                "Models:Providers:gpt:Kind: 'Telepathy' is not one of Anthropic, OpenAI, Ollama",
                "Models:Providers:gpt:Colour: There is no such setting",
                "Models:Order:0: No provider is called 'nobody'.",
                "Models:Budget:PerRun:",
                "Models:Journal:Key: The key has to be 32 bytes",
                "Models:Replay: 'maybe' is not true or false",
            },
            line => Assert.Contains(line, output, StringComparison.Ordinal));
    }

    private static TestFolder Folder()
    {
        var folder = new TestFolder();
        Plugins.Drop(folder.Path, "Monolith.Fixtures.Recorder", Built.Recorder);
        return folder;
    }
}
