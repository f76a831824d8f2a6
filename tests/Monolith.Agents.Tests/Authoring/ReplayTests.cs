using Monolith.Agents.Testing;

namespace Monolith.Agents.Tests.Authoring;

public sealed class ReplayTests : IDisposable
{
    private static readonly string[] Bundle =
    [
        """{"line":"header","runId":"0199d2c4-0000-7000-8000-0000000000ff"}""",
        """{"line":"definition","definition":{"name":"p","stages":[{"id":"a","agent":"sample","action":"copy","parameters":{"from":"${{ inputs.file }}"}},{"id":"b","agent":"sample","action":"copy","parameters":{"from":"${{ stages.a.outputs.text }}.txt"}},{"id":"c","agent":"sample","action":"copy","parameters":{"from":"${{ inputs.none ?? 'x' }}"}}]}}""",
        """{"line":"event","type":"run_created","data":{"pipeline":"p","inputs":{"file":"a.txt"}}}""",
        """{"line":"event","type":"stage_retry_scheduled","data":{"stage":"a","attempt":1,"code":"TASK_EXECUTION_FAILED"}}""",
        """{"line":"event","type":"stage_succeeded","data":{"stage":"a","attempt":2,"outputs":{"text":"b"},"metrics":{"size":1}}}""",
        """{"line":"event","type":"stage_failed","data":{"stage":"b","attempt":1,"code":"QUALITY_GATE_FAILED","metrics":{"size":3}}}""",
        """{"line":"event","type":"stage_failed","data":{"stage":"c","attempt":1,"code":"TASK_TIMEOUT"}}""",
    ];

    private readonly AgentTest test = new(new SampleAgent());
    private readonly RecordedRun recorded = RecordedRun.Parse(Bundle);

    public void Dispose() => test.Dispose();

    [Fact]
    public async Task Replay_SameAgent_Matches()
    {
        test.Workspace.Write("a.txt", "b");

        var again = (await test.ReplayAsync(recorded.Attempts[1])).Matches();

        Assert.Equal(("a", 2, "copy"), (again.Recorded.Stage, again.Recorded.Attempt, again.Recorded.Action));
        Assert.Equal("0199d2c4-0000-7000-8000-0000000000ff", test.RunId);
    }

    [Fact]
    public async Task Replay_OtherOutcome_SaysWhatDiffers()
    {
        test.Workspace.Write("a.txt", "longer");

        Assert.Equal(["output text: was \"b\", is \"longer\"", "metric size: was 1, is 6"], (await test.ReplayAsync(recorded.Attempts[1])).Differences());
        Assert.Equal(["outcome: was TASK_EXECUTION_FAILED, is success"], (await test.ReplayAsync(recorded.Attempts[0])).Differences());
        var again = (await test.ReplayAsync(recorded.Attempts[1])).Matches("text", "size");
        Assert.Throws<AgentAssertionException>(() => again.Matches("text"));
    }

    [Fact]
    public async Task Replay_FailedGate_IsTheAgentsSuccessAndMetricsCount()
    {
        test.Workspace.Write("b.txt", "abc");

        (await test.ReplayAsync(recorded.Attempts[2])).Matches();
    }

    [Fact]
    public async Task Replay_ExpressionBeyondAPath_AsksForTheParameters()
    {
        Assert.Contains("resolves paths only", (await Assert.ThrowsAsync<AgentAssertionException>(() => test.ReplayAsync(recorded.Attempts[3]))).Message, StringComparison.Ordinal);
        test.Workspace.Write("x", "");
        Assert.Equal(["outcome: was TASK_TIMEOUT, is success"], (await test.ReplayAsync(recorded.Attempts[3], """{ "from": "x" }""")).Differences());
    }

    [Fact]
    public void Parse_NoBundle_SaysSo() =>
        Assert.Contains("no evidence of a run", Assert.Throws<AgentAssertionException>(() => RecordedRun.Parse(["{}"])).Message, StringComparison.Ordinal);
}
