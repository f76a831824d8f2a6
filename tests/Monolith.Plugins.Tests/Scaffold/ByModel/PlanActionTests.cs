using System.Text.Json.Nodes;
using NJsonSchema;

namespace Monolith.Plugins.Tests.Scaffold.ByModel;

public sealed class PlanActionTests : ByModelTestBase
{
    private const string Requirements = "Orders have lines, and a price that is the sum of them.";

    [Fact]
    public async Task Plan_Clear_IsProposedWithWhatItIsBoundTo()
    {
        Answers(Plan("src/Order.cs", "README.md"));

        var proposal = (await RunAsync("plan", Parameters())).Proposal!;

        Assert.Equal(("architectural_change", 0.75), (proposal.Category, proposal.Confidence));
        Assert.Equal("src/Order.cs", (string)proposal.Plan!["files"]![0]!["path"]!);
        Assert.Contains("src/Order.cs", proposal.Description, StringComparison.Ordinal);
        Assert.All(proposal.Files, file => Assert.True(File.Exists(Workspace.At(file))));
        var request = Assert.Single(Models.Requests);
        Assert.Equal(Requirements, (string)Asked()["requirements"]!);
        Assert.Empty((await JsonSchema.FromJsonAsync(request.Schema!)).Validate(Plan("a").ToJsonString()));
        Assert.False(File.Exists(Workspace.At("scaffold-plan.json")));
    }

    [Fact]
    public async Task Plan_ExecutedAgainBeforeADecision_ProposesTheSameWithoutAsking()
    {
        Answers(Plan("a.txt"));
        var first = await RunAsync("plan", Parameters());

        var second = await RunAsync("plan", Parameters());

        Assert.True(JsonNode.DeepEquals(first.Proposal!.Plan, second.Proposal!.Plan));
        Assert.Single(Models.Requests);
    }

    [Fact]
    public async Task Plan_Approved_IsKeptAndSaidAlsoWhenExecutedAgain()
    {
        Answers(Plan("a.txt"));
        await RunAsync("plan", Parameters());

        for (var execution = 0; execution < 2; execution++)
        {
            var result = (await RunAsync("plan", Parameters(), Approval("1"))).Succeeded();

            Assert.Equal("scaffold-plan.json", (string)result.Outputs["path"]!);
            Assert.Equal("a.txt", (string)result.Outputs["plan"]!["files"]![0]!["path"]!);
            Assert.Equal(Requirements, (string)JsonNode.Parse(await File.ReadAllTextAsync(Workspace.At("scaffold-plan.json")))!["requirements"]!);
            Assert.Equal("stage-plan.json", Assert.Single(result.Artifacts).Name);
        }

        Assert.Single(Models.Requests);
    }

    [Fact]
    public async Task Plan_SentBack_IsMadeAnewWithTheRemark()
    {
        Answers(Plan("a.txt"), Plan("b.txt"));
        await RunAsync("plan", Parameters());

        var again = await RunAsync("plan", Parameters(), Approval("1", isRevision: true, """{ "use": "b" }"""));

        Assert.Equal("b", (string)Asked()["remarks"]![0]!["remark"]!["use"]!);
        Assert.Equal("a.txt", (string)Asked()["previous"]!["files"]![0]!["path"]!);
        Assert.Equal("b.txt", (string)again.Proposal!.Plan!["files"]![0]!["path"]!);
        (await RunAsync("plan", Parameters(), Approval("2"))).Succeeded();
    }

    [Fact]
    public async Task Plan_WithADecisionThatTheStageDeclares_IsProposedAllTheSame()
    {
        Answers(Plan("a.txt"));

        for (var execution = 0; execution < 2; execution++)
            Assert.NotNull((await RunAsync("plan", Parameters(), Approval("declared"))).Proposal);
        (await RunAsync("plan", Parameters(), Approval("proposed"))).Succeeded();
    }

    [Fact]
    public async Task Plan_OfAnotherAttempt_NeedsAnApprovalOfItsOwn()
    {
        Answers(Plan("a.txt"), Plan("b.txt"));
        await RunAsync("plan", Parameters());

        Assert.NotNull((await RunAsync("plan", Parameters(), Approval("1"), attempt: 2)).Proposal);
    }

    [Fact]
    public async Task Plan_WithAnswersOfPeople_GoesOnFromThem()
    {
        Answers(Open("Which currency?"), Plan("a.txt"));
        var question = Assert.Single((await RunAsync("plan", Parameters())).Questions);
        Assert.Equal(("r1-1", AgentQuestionType.MultipleChoice, 2), (question.Id, question.Type, question.Choices.Count));
        Assert.Equal("r1-1", Assert.Single((await RunAsync("plan", Parameters())).Questions).Id);
        Assert.Single(Models.Requests);

        var proposal = (await RunAsync("plan", Parameters(), answered: new JsonObject { ["r1-1"] = "euro" })).Proposal;

        Assert.NotNull(proposal);
        Assert.Equal("Which currency? euro", $"{Asked()["answers"]![0]!["question"]} {Asked()["answers"]![0]!["answer"]}");
    }

    [Fact]
    public async Task Plan_StillOpenAfterThreeRounds_IsProposedWithoutConfidence()
    {
        Answers(Open("One?"), Open("Two?"), Open("Three?"), Open("Four?"));
        var answered = new JsonObject();
        for (var round = 1; round <= 3; round++)
        {
            Assert.Equal($"r{round}-1", Assert.Single((await RunAsync("plan", Parameters(), answered: answered)).Questions).Id);
            answered[$"r{round}-1"] = "yes";
        }

        var proposal = (await RunAsync("plan", Parameters(), answered: answered)).Proposal!;

        Assert.Null(proposal.Confidence);
        Assert.Contains("Four?", proposal.Description, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Plan_WithMistakes_IsMendedOnceByAllOfThem()
    {
        var bad = Plan("../out.txt", "/etc/passwd", "a.txt", "A.txt", "a.txt/b", ".git/config");
        bad["confidence"] = 2;
        bad["commands"]!["build"] = Command("./evil.sh");
        Answers(bad, Plan("a.txt"));

        Assert.NotNull((await RunAsync("plan", Parameters())).Proposal);

        Assert.All(["leaves its folder", "is absolute", "there twice", "as a folder", "git's own", "confidence", "plain name"], part => Assert.Contains(part, Told(), StringComparison.Ordinal));
    }

    [Fact]
    public async Task Plan_Nonsense_FailsAndWritesNothing()
    {
        Answers(JsonValue.Create("Sure! Here is your plan."), new JsonObject { ["files"] = 7, ["questions"] = new JsonArray(1) });

        var error = (await RunAsync("plan", Parameters())).FailedWith(AgentErrorCodes.LlmInvalidResponse).Says("files: it must be a list").Says("summary: it is missing");

        Assert.True(error.Retryable);
        Assert.False(File.Exists(Workspace.At("scaffold-plan.json")));
    }

    [Fact]
    public async Task Plan_TenThousandFiles_IsRefused()
    {
        var much = Plan(Enumerable.Range(0, 10_000).Select(file => $"{file}.txt"));
        Answers(much, much);

        (await RunAsync("plan", Parameters())).FailedWith(AgentErrorCodes.LlmInvalidResponse).Says("10000 entries; 500 at most");
    }

    [Fact]
    public async Task Plan_WithoutAModel_SaysSo()
    {
        Models = new ScriptedModels();

        var fault = await Assert.ThrowsAsync<ModelException>(() => RunAsync("plan", Parameters()));

        Assert.Equal(AgentErrorCodes.LlmApiError, fault.Code);
    }

    [Fact]
    public async Task Plan_WrongParameters_TellsAllAtOnce()
    {
        var parameters = Parameters();
        parameters["kind"] = "feature";
        parameters["template"] = "csharp-library";
        parameters["into"] = "../plan.json";

        (await RunAsync("plan", parameters)).FailedWith(AgentErrorCodes.TaskValidationFailed).Says("'project'").Says("'name'").Says("outside the workspace");
        Assert.Empty(Models.Requests);
    }

    [Fact]
    public async Task Plan_OverAPersonsFile_IsRefusedBeforeAnybodyIsAsked()
    {
        Workspace.Write("scaffold-plan.json", "{}");

        (await RunAsync("plan", Parameters())).FailedWith(AgentErrorCodes.WorkspaceError).Says("was not written by this action");

        Assert.Empty(Models.Requests);
    }

    [Fact]
    public async Task Plan_OfAFeature_ShowsTheProjectButNothingHiddenOrLinked()
    {
        Workspace.Write("desk/src/Order.cs", "class Order;");
        Workspace.Write("desk/.env", "KEY=private");
        Workspace.Write("desk/bin/Order.dll", "made");
        File.CreateSymbolicLink(Workspace.At("desk/link.txt"), Workspace.At("desk/.env"));
        Answers(Plan("src/Price.cs"));
        var parameters = Parameters();
        (parameters["kind"], parameters["project"]) = ("feature", "desk");

        Assert.NotNull((await RunAsync("plan", parameters)).Proposal);

        var shown = Assert.Single(Asked()["project"]!.AsArray())!;
        Assert.Equal("src/Order.cs class Order;", $"{shown["path"]} {shown["content"]}");
    }

    private static JsonObject Parameters() => new() { ["requirements"] = Requirements, ["kind"] = "library" };

    private static JsonObject Open(string question)
    {
        var plan = Plan("a.txt");
        plan["questions"]!.AsArray().Add((JsonNode)new JsonObject { ["text"] = question, ["type"] = "multiple_choice", ["choices"] = new JsonArray("euro", "dollar") });
        return plan;
    }
}
