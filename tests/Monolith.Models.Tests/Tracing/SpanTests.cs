using System.Collections.Concurrent;
using System.Diagnostics;
using Monolith.Agents.Sdk;
using Monolith.Models.Tests.Support;
using Monolith.Models.Tests.Support.Scripted;

namespace Monolith.Models.Tests.Tracing;

/// <summary>The names are those of OpenTelemetry's semantic conventions for generative AI; dashboards and alerts look for them.</summary>
[Collection(OneDatabase.Name)]
public sealed class SpanTests : IDisposable
{
    private readonly Database database;
    private readonly ConcurrentQueue<Activity> ended = new();
    private readonly ActivityListener listener;

    public SpanTests(Database database)
    {
        this.database = database;
        listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name == "Monolith.Models",
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllData,
            ActivityStopped = ended.Enqueue,
        };
        ActivitySource.AddActivityListener(listener);
    }

    public void Dispose() => listener.Dispose();

    [Theory]
    [InlineData("Anthropic", "anthropic")]
    [InlineData("OpenAI", "openai")]
    [InlineData("Ollama", "ollama")]
    public async Task Ask_Answered_SpanHasTheConventionsAttributes(string kind, string name)
    {
        await using var provider = await ScriptedProvider.StartAsync(new Reply.Say("secret plan") { InputTokens = 30, OutputTokens = 6 });
        await using var world = new World(database, null, World.With(provider, kind));

        await world.AskAsync("secret question");

        var span = Assert.Single(SpansOf(world));
        Assert.Equal(("chat scripted-model", ActivityKind.Client, ActivityStatusCode.Unset), (span.DisplayName, span.Kind, span.Status));
        Assert.Equal(
            ("chat", name, "scripted-model", 20, "scaffold"),
            (span.Text("gen_ai.operation.name"), span.Text("gen_ai.provider.name"), span.Text("gen_ai.request.model"), span.Number("gen_ai.request.max_tokens"), span.Text("gen_ai.agent.name")));
        Assert.Equal((30, 6), (span.Number("gen_ai.usage.input_tokens"), span.Number("gen_ai.usage.output_tokens")));
        Assert.Equal("scripted", span.Text("gen_ai.response.model"));
        Assert.Equal(["stop"], Assert.IsType<string[]>(span.GetTagItem("gen_ai.response.finish_reasons")));
        Assert.Equal(("127.0.0.1", new Uri(provider.Address).Port), (span.Text("server.address"), span.Number("server.port")));
        Assert.Null(span.GetTagItem("error.type"));
        Assert.All(span.TagObjects, tag => Assert.DoesNotContain("secret", $"{tag.Value}", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Ask_RepeatedAfterAFault_EachCallHasItsSpan()
    {
        await using var provider = await ScriptedProvider.StartAsync(new Reply.Refuse(503), new Reply.Say("ok"));
        await using var world = new World(database, null, World.With(provider));

        await world.AskAsync("Hi");

        var spans = SpansOf(world);
        Assert.Equal(["Unavailable", ""], spans.Select(span => span.Text("error.type")));
        Assert.Equal([ActivityStatusCode.Error, ActivityStatusCode.Unset], spans.Select(span => span.Status));
    }

    [Fact]
    public async Task Ask_BeyondTheBudget_HasNoSpanSinceNobodyWasAsked()
    {
        await using var provider = await ScriptedProvider.StartAsync();
        await using var world = new World(database, null, [.. World.With(provider), ("Models:Budget:PerRun", "0")]);

        await Assert.ThrowsAsync<ModelException>(() => world.AskAsync("Hi"));

        Assert.Empty(SpansOf(world));
    }

    private List<Activity> SpansOf(World world) => [.. ended.Where(span => span.Text("monolith.run.id") == world.Caller.RunId.ToString())];
}
