using System.Globalization;
using System.Text.Json;
using Monolith.Agents.Sdk;
using Monolith.Agents.Tests.Support;

namespace Monolith.Agents.Tests.Workers;

[Collection(WorkerCollection.Name)]
public sealed class WorkerContextTests(WorkerHost host)
{
    [Fact]
    public async Task Call_OfAWorker_SeesWhatAnAgentOfTheHostSees()
    {
        using var call = new Call();
        call.Secrets["token"] = "s3cret-value";
        call.Environment["A"] = "b";

        var outputs = (await host.CallAsync(call, "outside", "tell", """{ "some": [1, "ü"] }""")).Outputs;

        Assert.Equal(call.RunId, (string?)outputs["run"]);
        Assert.Equal($"{call.RunId}/stage/1", (string?)outputs["key"]);
        Assert.Equal("""{"some":[1,"ü"]}""", outputs["parameters"]!.ToJsonString(new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping }));
        Assert.Equal(call.Workspace.Path, (string?)outputs["workspace"]);
        Assert.True((bool)outputs["folder"]!);
        Assert.Equal("A=b", (string?)outputs["environment"]);
        Assert.Equal(12, (int)outputs["hasSecret"]!);
        Assert.Null(outputs["noSecret"]);
        Assert.Null(outputs["hosts"]);
        Assert.NotEqual(Environment.ProcessId, (int)outputs["process"]!);
    }

    [Fact]
    public async Task Call_AfterPeopleDecidedAndAnswered_SeesWhatTheySaid()
    {
        using var call = new Call();
        var said = call.Of("outside", "tell") with
        {
            Decision = new AgentApproval("id", IsRevision: true, Option: null, ["Ada"], "why", JsonElement.Parse("""{ "smaller": true }""")),
            Answers = JsonElement.Parse("""{ "how-many": 2 }"""),
        };

        var outputs = (await host.Host.Invoker.InvokeAsync(said, CancellationToken.None).WaitAsync(Safety.Limit)).Outputs;

        Assert.Equal("""{"smaller":true}""", (string?)outputs["remark"]);
        Assert.Equal("""{"how-many":2}""", outputs["answers"]!.ToJsonString());
    }

    [Fact]
    public async Task Call_ThatRunsPrograms_HasTheHostRunThem()
    {
        var lines = (await host.CallAsync("outside", "lines")).Outputs;
        var served = (await host.CallAsync("outside", "serve")).Outputs;

        Assert.Equal("3 one\ntwo\n one|two", $"{lines["exitCode"]} {lines["output"]} {lines["lines"]}");
        Assert.True((bool)served["ran"]!);
        Assert.Equal(137, (int)served["code"]!);
        Assert.Contains("may not run 'true'", (string?)served["refused"]);
        Assert.False(Directory.Exists($"/proc/{int.Parse((string)served["id"]!, CultureInfo.InvariantCulture)}"));
    }
}
