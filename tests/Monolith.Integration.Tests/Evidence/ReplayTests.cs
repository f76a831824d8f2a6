using System.Reflection;
using Monolith.Agents.Sdk;
using Monolith.Agents.Testing;
using Monolith.Integration.Tests.Hosting;

namespace Monolith.Integration.Tests.Evidence;

/// <summary>The evidence of a real run, done again by the kit.</summary>
[Collection(OneHost.Name)]
public sealed class ReplayTests(HostFixture host)
{
    private const string Yaml = """
        name: to-be-replayed
        inputs: { file: { type: string, required: true }, word: { type: string, default: hello } }
        stages:
          - { id: first, agent: recorder, action: record, parameters: { file: "${{ inputs.file }}", echo: "${{ inputs.word }}" } }
          - { id: second, agent: recorder, action: record, needs: [first], parameters: { file: "${{ inputs.file }}", echo: { said: "I said ${{ stages.first.outputs.echo }}" } } }
          - { id: third, agent: recorder, action: fail, needs: [second], parameters: { retryable: false } }
        """;

    [Fact]
    public async Task Replay_EvidenceOfARealRun_DoesTheSameAgain()
    {
        using var folder = new TestFolder();
        var run = await host.Http.StartAsync(Yaml.Replace("required: true", $"default: {folder["record.txt"]}", StringComparison.Ordinal));
        await host.Http.EndAsync(run);
        var recorded = RecordedRun.Parse((await host.Http.GetStringAsync($"/api/v1/runs/{run}/evidence")).Split('\n'));
        using var test = new AgentTest(Recorder());

        Assert.Equal(["first", "second", "third"], recorded.Attempts.Select(attempt => attempt.Stage));
        foreach (var attempt in recorded.Attempts)
            (await test.ReplayAsync(attempt)).Matches();
        Assert.Equal("I said hello", (string?)recorded.Attempts[1].Outputs!["echo"]!["said"]);
        Assert.Equal("TASK_EXECUTION_FAILED", recorded.Attempts[2].Code);
    }

    private static IAgent Recorder() => (IAgent)Activator.CreateInstance(
        Assembly.LoadFrom(Path.Combine(Built.Recorder, "Monolith.Fixtures.Recorder.dll")).GetType("Monolith.Fixtures.Recorder.RecorderAgent", throwOnError: true)!)!;
}
