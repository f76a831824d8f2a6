using Monolith.Integration.Tests.Hosting;

namespace Monolith.Integration.Tests.Runs;

public sealed class KillTests
{
    [Fact]
    public async Task Kill_InTheMiddle_NextStartFinishesAndRepeatsNoCommittedStage()
    {
        using var folder = new TestFolder();
        Plugins.Drop(folder.Path, "Monolith.Fixtures.Recorder", Built.Recorder);
        var journal = folder["journal"];
        var run = await KillWhileSecondStageRunsAsync(folder, journal);
        await File.WriteAllTextAsync(folder["go"], "");

        await using var host = await HostProcess.StartAsync(folder.Path);
        var ended = await host.Http.EndAsync(run);

        Assert.Equal("success", ended.GetProperty("status").GetString());
        var executions = (await File.ReadAllLinesAsync(journal)).Select(line => line.Split(' ')).ToList();
        Assert.Equal(["a", "b", "b", "c"], executions.Select(words => words[1]));
        Assert.Equal(executions[1][2], executions[2][2]);
        await AssertCommittedOnceAsync(host, run);
    }

    [Trait("Length", "Long")]
    [Theory]
    [InlineData("build")]
    [InlineData("test")]
    public async Task Kill_InTheMiddleOfTheSample_NextStartEndsInSuccess(string stage)
    {
        using var folder = new TestFolder();
        Guid run;
        await using (var first = await HostProcess.StartAsync(folder.Path))
        {
            run = await first.Http.StartAsync(await File.ReadAllTextAsync(Path.Combine(Built.Samples, "web-app.yaml")));
            await first.Http.UntilAsync(run, (type, change) =>
                type == "stage_started" && change.GetProperty("data").GetProperty("stage").GetString() == stage);
            await first.KillAsync();
        }

        await using var host = await HostProcess.StartAsync(folder.Path);
        var ended = await host.Http.EndAsync(run);

        Assert.True(ended.GetProperty("status").GetString() == "success", ended.ToString());
        var history = await host.Http.JsonAsync($"/api/v1/runs/{run}/events");
        var ends = history.GetProperty("events").EnumerateArray()
            .Where(change => change.GetProperty("type").GetString() == "stage_succeeded")
            .Select(change => change.GetProperty("data").GetProperty("stage").GetString()).ToList();
        Assert.Equal(ends.Distinct().Count(), ends.Count);
        var again = ended.GetProperty("stages").EnumerateArray().Single(s => s.GetProperty("id").GetString() == stage);
        Assert.Equal(2, again.GetProperty("attempts")[0].GetProperty("executions").GetInt32());
    }

    private static async Task<Guid> KillWhileSecondStageRunsAsync(TestFolder folder, string journal)
    {
        await using var host = await HostProcess.StartAsync(folder.Path);
        var run = await host.Http.StartAsync($$"""
            name: killed
            mode: sequential
            stages:
              - { id: a, agent: recorder, action: record, parameters: { file: {{journal}} } }
              - { id: b, agent: recorder, action: record, parameters: { file: {{journal}}, waitFor: {{folder["go"]}} } }
              - { id: c, agent: recorder, action: record, parameters: { file: {{journal}} } }
            """);
        await host.Http.UntilAsync(run, (type, change) =>
            type == "stage_started" && change.GetProperty("data").GetProperty("stage").GetString() == "b");
        while (!(await File.ReadAllTextAsync(journal)).Contains(" b ", StringComparison.Ordinal))
            await Task.Yield();
        await host.KillAsync();
        return run;
    }

    private static async Task AssertCommittedOnceAsync(HostProcess host, Guid run)
    {
        var history = await host.Http.JsonAsync($"/api/v1/runs/{run}/events");
        var ends = history.GetProperty("events").EnumerateArray()
            .Where(change => change.GetProperty("type").GetString() == "stage_succeeded")
            .Select(change => change.GetProperty("data").GetProperty("stage").GetString());
        Assert.Equal(["a", "b", "c"], ends);
    }
}
