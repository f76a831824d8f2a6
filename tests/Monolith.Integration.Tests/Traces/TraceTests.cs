using System.Text.Json;
using Monolith.Integration.Tests.Hosting;

namespace Monolith.Integration.Tests.Traces;

public sealed class TraceTests
{
    private const string Trace = "0af7651916cd43dd8448eb211c80319c";
    private const string Caller = "b7ad6b7169203331";

    [Fact]
    public async Task Trace_OfARun_IsATreeFromTheRequestToTheProgram()
    {
        using var folder = new TestFolder();
        using var collector = new Collector();
        await using var host = await HostProcess.StartAsync(folder.Path, collector.Settings);

        var run = await StartAsync(host.Http, $$"""
            name: traced
            mode: sequential
            stages:
              - { id: a, agent: command, action: run, parameters: { script: "echo parent=$TRACEPARENT" } }
              - { id: b, agent: http, action: call, parameters: { url: "{{collector.Address}}/called" } }
            """);
        var ended = await host.Http.EndAsync(run);
        Assert.True(ended.GetProperty("status").GetString() == "success", ended.ToString());
        var whole = await collector.SpanAsync(span => span.Name == "run ended");
        var second = await collector.SpanAsync(span => span.Name == "stage b");

        var request = collector.Spans.Single(span => span.Parent == Caller);
        var accepted = ChildOf(request, "run traced");
        var first = ChildOf(accepted, "stage a");
        var agent = ChildOf(first, "agent command.run");
        var program = collector.Spans.First(span => span.Parent == agent.Id && span.Name.StartsWith("program ", StringComparison.Ordinal));
        Assert.Equal((accepted.Id, accepted.Id), (whole.Parent, second.Parent));
        Assert.Contains((Trace, first.Id), second.Links);
        Assert.Equal(run.ToString(), second["monolith.run.id"]);
        Assert.Equal(("a", "1", "command"), (first["monolith.stage.id"], first["monolith.stage.attempt"], first["monolith.agent"]));
        Assert.Equal("0", program["process.exit.code"]);
        Assert.Contains(collector.Spans, span => span.Trace == Trace && span.Attributes.Keys.Any(key => key.StartsWith("db.", StringComparison.Ordinal)));
        Assert.Contains($"parent=00-{Trace}-{program.Id}-01", await host.Http.GetStringAsync($"/api/v1/runs/{run}/stages/a/log"), StringComparison.Ordinal);
        Assert.StartsWith($"00-{Trace}-", Assert.Single(collector.Callers), StringComparison.Ordinal);
        // The engine's own looks into its tables are nobody's trace.
        Assert.DoesNotContain(collector.Spans, span => span.Parent.Length == 0 && span.Attributes.ContainsKey("db.system.name"));

        Span ChildOf(Span parent, string name) => collector.Spans.Single(span => span.Trace == Trace && span.Parent == parent.Id && span.Name == name);
    }

    [Trait("Length", "Long")]
    [Fact]
    public async Task Trace_HostIsKilled_GoesOnAtTheNextStart()
    {
        using var folder = new TestFolder();
        using var collector = new Collector();
        Plugins.Drop(folder.Path, "Monolith.Fixtures.Recorder", Built.Recorder);
        var journal = folder["journal"];
        Guid run;
        await using (var first = await HostProcess.StartAsync(folder.Path, collector.Settings))
        {
            run = await StartAsync(first.Http, $$"""
                name: killed
                mode: sequential
                stages:
                  - { id: a, agent: recorder, action: noop }
                  - { id: b, agent: recorder, action: record, parameters: { file: {{journal}}, waitFor: {{folder["go"]}} } }
                """);
            await first.Http.UntilAsync(run, (type, change) =>
                type == "stage_started" && change.GetProperty("data").GetProperty("stage").GetString() == "b");
            await collector.SpanAsync(span => span.Name == "stage a");
            await first.KillAsync();
        }

        await File.WriteAllTextAsync(folder["go"], "");
        await using var second = await HostProcess.StartAsync(folder.Path, collector.Settings);
        await second.Http.EndAsync(run);
        var again = await collector.SpanAsync(span => span.Name == "stage b" && span["monolith.outcome"] == "success");
        await collector.SpanAsync(span => span.Name == "run ended");

        var spans = collector.Spans;
        var accepted = spans.Single(span => span.Name == "run killed");
        var taken = spans.Single(span => span.Name == "run taken over");
        var before = spans.Single(span => span.Name == "stage a");
        Assert.Equal([Trace, Trace, Trace, Trace], new[] { accepted, taken, before, again }.Select(span => span.Trace));
        Assert.Equal([accepted.Id, accepted.Id, accepted.Id], new[] { taken, before, again }.Select(span => span.Parent));
        Assert.Contains((Trace, taken.Id), again.Links);
        Assert.Equal("2", again["monolith.stage.execution"]);
        Assert.NotEqual(before["monolith.host"], again["monolith.host"]);
    }

    [Fact]
    public async Task Start_CollectorIsNoAddress_IsRefused()
    {
        using var folder = new TestFolder();

        var (exitCode, output) = await HostProcess.RunAsync(folder.Path, [], ("Tracing__Endpoint", "localhost"), ("OTEL_EXPORTER_OTLP_ENDPOINT", "nowhere"));

        Assert.Equal(2, exitCode);
        Assert.Contains("Tracing:Endpoint: 'localhost' is not an address", output, StringComparison.Ordinal);
        Assert.Contains("OTEL_EXPORTER_OTLP_ENDPOINT: 'nowhere' is not an address", output, StringComparison.Ordinal);
    }

    private static async Task<Guid> StartAsync(HttpClient http, string yaml)
    {
        using var request = Api.Yaml(HttpMethod.Post, "/api/v1/runs", yaml);
        request.Headers.Add("traceparent", $"00-{Trace}-{Caller}-01");
        using var response = await http.SendAsync(request);
        var body = await response.Content.ReadAsStringAsync();
        Assert.True(response.IsSuccessStatusCode, body);
        return JsonDocument.Parse(body).RootElement.GetProperty("id").GetGuid();
    }
}
