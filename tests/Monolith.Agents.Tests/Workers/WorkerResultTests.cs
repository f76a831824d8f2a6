using Monolith.Agents.Sdk;
using Monolith.Agents.Tests.Support;

namespace Monolith.Agents.Tests.Workers;

[Collection(WorkerCollection.Name)]
public sealed class WorkerResultTests(WorkerHost host)
{
    [Fact]
    public async Task Call_ThatAsksAModel_HearsThePiecesAndTheAnswer()
    {
        var outputs = (await host.CallAsync("outside", "ask")).Outputs;

        Assert.Equal("Be brief. How are you?", (string?)outputs["answer"]);
        Assert.Equal("""["How","are","you?"]""", outputs["pieces"]!.ToJsonString());
    }

    [Fact]
    public async Task Call_ThatAsksPeople_ComesBackWhole()
    {
        var proposal = (await host.CallAsync("outside", "propose")).Proposal!;
        var question = Assert.Single((await host.CallAsync("outside", "question")).Questions);

        Assert.Equal(("architectural_change", "Do it?", 0.5, "yes,no", "1"), (proposal.Category, proposal.Title, proposal.Confidence, string.Join(",", proposal.Options), proposal.Plan!["a"]!.ToJsonString()));
        Assert.Equal(("how-many", AgentQuestionType.Numeric, 1.0, 3.0), (question.Id, question.Type, question.Least, question.Most));
    }

    [Theory]
    [InlineData("deep", "cannot be written as JSON")]
    [InlineData("nothing", "returned null")]
    public async Task Call_ThatBreaksTheContract_FailsAlone(string action, string reason)
    {
        var error = (await host.CallAsync("outside", action)).Error!;

        Assert.Equal(("CONTRACT_VALIDATION_FAILED", false), (error.Code, error.Retryable));
        Assert.Contains(reason, error.Message);
    }

    [Fact]
    public async Task Call_ToAnAddressThatTheHostDoesNotAllow_IsRefusedInTheWorkerToo()
    {
        using var server = new TestServer("inside");

        var error = (await host.CallAsync("outside", "fetch", $$"""{ "url": "http://{{server.Address}}/" }""")).Error!;

        Assert.Equal(AgentErrorCodes.NetworkError, error.Code);
        Assert.Contains("Agents:AllowedNetworks", error.Message);
    }
}
