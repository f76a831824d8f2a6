using System.Text;
using System.Text.Json;
using Monolith.Pipelines.Contracts.Triggers;
using Monolith.Pipelines.Definitions;
using Monolith.Pipelines.Journal;
using Monolith.Pipelines.Library;
using Monolith.Pipelines.Tests.Support;

namespace Monolith.Pipelines.Tests.Triggers;

public sealed class TriggeredRunsTests(Database database) : IClassFixture<Database>
{
    [Fact]
    public async Task Start_SameKeyTwice_IsOneRunThatSaysWhatItIsAbout()
    {
        await PutAsync("a", "inputs: { url: {} }", """{ url: "${{ event.cloneUrl }}" }""");

        var first = Assert.Single((await StartAsync("a", "k1"))!);
        var again = Assert.Single((await StartAsync("a", "k1"))!);

        Assert.Equal(first, again);
        var run = (await database.Get<RunReader>().LoadAsync(first.RunId!.Value, CancellationToken.None))!;
        Assert.Equal(("webhook", "main", "github:ada", "https://x"), (run.Trigger, run.Branch, run.Origin?.UserId, run.Inputs.GetProperty("url").GetString()));
    }

    [Fact]
    public async Task Start_WhatDoesNotFit_SaysWhyAndHoldsNobodyElseUp()
    {
        await PutAsync("b", "inputs: { n: { type: number } }", """{ n: "${{ event.cloneUrl }}" }""");
        await PutAsync("b", "", "{}", name: "b2");

        var runs = (await StartAsync("b", "k2"))!;

        Assert.Equal(("b", null, "inputs.n: Give a number."), (runs[0].Pipeline, runs[0].RunId, runs[0].Error));
        Assert.NotNull(runs[1].RunId);
        Assert.Empty((await StartAsync("nothing-here", "k2"))!);
    }

    private Task<IReadOnlyList<TriggeredRun>?> StartAsync(string project, string key) => database.Get<ITriggeredRuns>().StartAsync(
        new TriggerEvent(project, TriggerKind.Webhook, key, "github:ada", JsonSerializer.SerializeToElement(new { cloneUrl = "https://x" })) { Source = "github", Name = "push", Branch = "main" },
        CancellationToken.None);

    private async Task PutAsync(string project, string pipeline, string inputs, string? name = null)
    {
        var yaml = $"name: {name ?? project}\n{pipeline}\ntriggers: {{ webhook: [{{ source: github, inputs: {inputs} }}] }}\nstages: [{{ id: s, wait: {{ for: 1h }} }}]";
        var definition = database.Get<DefinitionCompiler>().Compile(Encoding.UTF8.GetBytes(yaml), DefinitionFormat.Yaml).Value;
        await database.Get<PipelineLibrary>().PutAsync(project, definition, yaml, "yaml", expected: null, CancellationToken.None);
    }
}
