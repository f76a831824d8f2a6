using System.Text.Json.Nodes;

namespace Monolith.Plugins.Tests.Scaffold.ByModel;

[Collection("builds")]
public sealed class GenerateActionTests : ByModelTestBase
{
    private const string Project = """
        <Project Sdk="Microsoft.NET.Sdk">
          <PropertyGroup><TargetFramework>net10.0</TargetFramework></PropertyGroup>
        </Project>
        """;

    /// <summary>Long because it builds twice; the others, whose command is a script, are its sisters.</summary>
    [Fact]
    [Trait("Length", "Long")]
    public async Task Generate_LibraryThatDoesNotBuild_IsMendedAndBuilds()
    {
        Answers(Files(("OrderDesk.csproj", Project), ("Order.cs", "public class Order { publik int Lines; }")), Files(("Order.cs", "public class Order { public int Lines; }")));

        var result = (await RunAsync("generate", Parameters(Plan("OrderDesk.csproj", "Order.cs")))).Succeeded();

        Assert.True(File.Exists(Workspace.At("order-desk/bin/Debug/net10.0/OrderDesk.dll")));
        Assert.Equal((1.0, 2.0), (result.Metrics["scaffold.repairs"], result.Metrics["scaffold.files"]));
        Assert.True((bool)result.Outputs["verified"]!);
        Assert.Contains("Order.cs(1", (string)Asked()["output"]!, StringComparison.Ordinal);
        Assert.DoesNotContain(Workspace.Folder, Models.Requests[^1].Messages[^1].Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Generate_NeverRight_FailsWithWhatItSaidAndItsMetrics()
    {
        Answers(Files(("a.txt", "0")), Files(("a.txt", "1")), Files(("a.txt", "2")));

        var result = await RunAsync("generate", Parameters(Plan("a.txt"), Command("sh", "-c", "cat a.txt; echo broken; exit 3")));

        result.FailedWith(AgentErrorCodes.TaskExecutionFailed).Says("after 2 repairs").Says("exit code 3").Says("2broken");
        Assert.Equal(2, result.Metrics["scaffold.repairs"]);
    }

    [Fact]
    public async Task Generate_CommandWithoutEnd_IsStopped()
    {
        Answers(Files(("a.txt", "0")));
        var parameters = Parameters(Plan("a.txt"), Command("sleep", "600"));
        (parameters["commandTimeout"], parameters["repairs"]) = ("100ms", 0);

        (await RunAsync("generate", parameters)).FailedWith(AgentErrorCodes.TaskExecutionFailed).Says("took longer than 100ms");
    }

    [Fact]
    public async Task Generate_ManyFiles_TakesSeveralQuestionsThatShowWhatIsThere()
    {
        Answers(Files(("a.txt", "first")), Files(("b/b.txt", "second")));
        var parameters = Parameters(Plan("a.txt", "b/b.txt"), Command("test", "-f", "b/b.txt"));
        parameters["filesPerCall"] = 1;

        (await RunAsync("generate", parameters)).Succeeded();

        Assert.Equal("first", (string)Asked()["written"]![0]!["content"]!);
        Assert.Equal(["a.txt", "b/b.txt"], FilesIn("order-desk"));
    }

    [Fact]
    public async Task Generate_PlanInAFileWithTemplate_WritesBoth()
    {
        WriteTemplate("mine", """{ "kind": "library", "description": "One." }""", ("{{ pascal }}.txt.liquid", "{{ name }}"), ("b.txt", "old"));
        var plan = Plan("b.txt");
        (plan["template"], plan["templates"]) = ("mine", "own");
        Workspace.Write("plan.json", plan.ToJsonString());
        Answers(Files(("b.txt", "new")));

        (await RunAsync("generate", Parameters("plan.json", Command("true")))).Succeeded();

        Assert.Equal("order-desk new", await File.ReadAllTextAsync(Workspace.At("order-desk/OrderDesk.txt")) + " " + await File.ReadAllTextAsync(Workspace.At("order-desk/b.txt")));
    }

    [Fact]
    public async Task Generate_Again_ReplacesItsOwnFilesAndTakesAwayThoseNoLongerPlanned()
    {
        Answers(Files(("a.txt", "1"), ("b.txt", "1"), ("gone/c.txt", "1")), Files(("a.txt", "2")));
        (await RunAsync("generate", Parameters(Plan("a.txt", "b.txt", "gone/c.txt"), Command("rm", "-r", "gone")))).Succeeded();

        (await RunAsync("generate", Parameters(Plan("a.txt"), Command("true")))).Succeeded();

        Assert.Equal(["a.txt"], FilesIn("order-desk"));
        Assert.Equal("2", await File.ReadAllTextAsync(Workspace.At("order-desk/a.txt")));
    }

    /// <summary>An attempt whose host died asks what it asked before, so the journal has the answers.</summary>
    [Fact]
    public async Task Generate_ExecutedAgain_AsksTheSame()
    {
        Workspace.Write("order-desk/there.txt", "there");
        for (var execution = 0; execution < 2; execution++)
        {
            Answers(Files(("a.txt", "1")), Files(("b.txt", "2")), Files(("b.txt", "3")));
            var parameters = Parameters(Plan("a.txt", "b.txt"), Command("grep", "-q", "3", "b.txt"));
            parameters["filesPerCall"] = 1;
            (await RunAsync("generate", parameters)).Succeeded();
        }

        var asked = Models.Requests.Select(request => request.Messages[^1].Text).ToList();
        Assert.Equal(6, asked.Count);
        Assert.Equal(asked[..3], asked[3..]);
    }

    [Fact]
    public async Task Generate_AfterSomebodyChangedAFile_LeavesIt()
    {
        Answers(Files(("a.txt", "1")));
        (await RunAsync("generate", Parameters(Plan("a.txt"), Command("true")))).Succeeded();
        Workspace.Write("order-desk/a.txt", "mine");

        (await RunAsync("generate", Parameters(Plan("a.txt"), Command("true")))).FailedWith(AgentErrorCodes.WorkspaceError).Says("overwrite: true");

        Assert.Equal("mine", await File.ReadAllTextAsync(Workspace.At("order-desk/a.txt")));
        Assert.Single(Models.Requests);
    }

    [Fact]
    public async Task Generate_FeatureWithOverwrite_GoesIntoTheProject()
    {
        Workspace.Write("desk/a.txt", "old");
        Workspace.Write("desk/other.txt", "other");
        var plan = Plan("a.txt", "new/b.txt");
        plan["kind"] = "feature";
        Answers(Files(("a.txt", "new"), ("new/b.txt", "b")));
        var parameters = Parameters(plan, Command("true"));
        (parameters["into"], parameters["overwrite"]) = ("desk", true);

        (await RunAsync("generate", parameters)).Succeeded();

        Assert.Equal(["a.txt", "new/b.txt", "other.txt"], FilesIn("desk"));
        Assert.Equal("new", await File.ReadAllTextAsync(Workspace.At("desk/a.txt")));
        Assert.Contains(Asked()["written"]!.AsArray(), file => (string?)file!["content"] == "old");
    }

    [Fact]
    public async Task Generate_NothingTellsHowToBuild_IsRefusedBeforeAnybodyIsAsked()
    {
        (await RunAsync("generate", Parameters(Plan("a.txt")))).FailedWith(AgentErrorCodes.TaskValidationFailed).Says("commands");

        Assert.Empty(Models.Requests);
    }

    [Fact]
    public async Task Generate_WithoutVerification_SaysThatItIsNotVerified()
    {
        Answers(Files(("a.txt", "1")));
        var parameters = Parameters(Plan("a.txt"));
        parameters["verify"] = false;

        Assert.False((bool)(await RunAsync("generate", parameters)).Succeeded().Outputs["verified"]!);
    }

    private static JsonObject Parameters(JsonNode plan, JsonArray? build = null)
    {
        var parameters = new JsonObject { ["plan"] = plan };
        if (build is not null)
            parameters["commands"] = new JsonObject { ["build"] = build };
        return parameters;
    }
}
