using System.Text;
using Monolith.Kernel;
using Monolith.Pipelines.Definitions;
using Monolith.Pipelines.Definitions.Checking;
using Monolith.Pipelines.Tests.Support;

namespace Monolith.Pipelines.Tests.Triggers;

public sealed class TriggersBinderTests
{
    private static readonly StandInAgents Agents = new();
    private static readonly DefinitionCompiler Compiler = new(Agents, new ParameterValidator(Agents));

    [Fact]
    public void Compile_AllTriggers_AreRead()
    {
        var triggers = Compile("""
            inputs: { url: { required: true } }
            triggers:
              webhook: [{ source: gitlab, repositories: [a/*], events: [push, pullRequest], branches: [main], inputs: { url: "${{ event.cloneUrl ?? 'none' }}" } }]
              event: [{ type: com.example.*, inputs: { url: "${{ event.data.url }}" } }]
              schedule: [{ name: nightly, cron: "0 3 * * 1-5", timeZone: Europe/Berlin, missed: runAll, overlap: cancelOlder, inputs: { url: x } }]
            """).Value.Definition.Triggers;

        Assert.Equal((1, 1, 1), (triggers.Webhooks.Count, triggers.Events.Count, triggers.Schedules.Count));
        Assert.Equal(("nightly", "Europe/Berlin"), (triggers.Schedules[0].Name, triggers.Schedules[0].TimeZone));
    }

    [Fact]
    public void Compile_EverythingWrong_IsToldAtOnce()
    {
        string[] wrong =
        [
            "event[0].inputs.url", "event[0].type", "schedule[0].cron", "schedule[0].inputs.url", "schedule[0].timeZone", "schedule[1].inputs.url", "schedule[1].missed",
            "schedule[1].name", "schedule[1].overlap", "webhook[0].events[0]", "webhook[0].inputs.url", "webhook[0].inputs.urll", "webhook[0].inputs.urll", "webhook[0].repos", "webhook[0].source",
        ];

        var problems = Compile("""
            inputs: { url: { required: true } }
            concurrency: { key: one }
            triggers:
              webhook: [{ source: hub, events: [pull_request], repos: [], inputs: { urll: "${{ event.url }}" } }]
              event: [{}]
              schedule: [{ name: nightly, cron: "61 * * * *", timeZone: Mars/Base }, { name: nightly, cron: "1 * * * *", missed: never, overlap: queue }]
            """).Problems;
        Assert.Equal(wrong, problems.Select(problem => problem.Path!["triggers.".Length..]).Order(StringComparer.Ordinal));
    }

    private static Result<CompiledDefinition> Compile(string triggers) =>
        Compiler.Compile(Encoding.UTF8.GetBytes($"name: p\n{triggers}\nstages: [{{ id: a, wait: {{ for: 1s }} }}]"), DefinitionFormat.Yaml);
}
