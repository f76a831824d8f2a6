using System.Text.Json;
using System.Text.Json.Nodes;
using Monolith.Agents.Contracts;
using Monolith.Agents.Sdk;
using Monolith.Pipelines.Decisions.Ruling;
using Monolith.Pipelines.Decisions.Subjects;
using Monolith.Pipelines.Engine.People;
using Monolith.Pipelines.Runs.State;
using Monolith.Pipelines.Tests.Runs;

namespace Monolith.Pipelines.Tests.Engine.People;

public sealed class SubjectOfStageTests : IDisposable
{
    private const string Declared = """
        stages:
          - { id: ship, agent: x, action: y, decision: { category: data_migration, title: Ship it, budget: 3 } }
        """;

    private static readonly JsonElement Nothing = JsonDocument.Parse("{}").RootElement;

    private readonly RunState run = Given.Started(Declared).Run;
    private readonly string workspace = Directory.CreateTempSubdirectory("monolith-subject-").FullName;

    // Without kept artifacts the store is not asked.
    private readonly SubjectOfStage subjects = new(artifacts: null!);

    private AgentCall Call => new()
    {
        Agent = "x",
        Action = "y",
        RunId = run.Id.ToString(),
        StageId = "ship",
        Attempt = 1,
        IdempotencyKey = "key",
        Parameters = Nothing,
        Inputs = Nothing,
        Workspace = workspace,
        Environment = new Dictionary<string, string>(),
        Secrets = new Dictionary<string, string>(),
        Log = (_, _) => { },
    };

    public void Dispose() => Directory.Delete(workspace, recursive: true);

    [Fact]
    public async Task Again_NothingChanged_IsTheSameThoughTheStageDeclaresADecisionToo() =>
        Assert.Null(await DifferenceAfterAsync(() => { }));

    [Fact]
    public async Task Again_AFileInANamedFolderChanged_IsAnother()
    {
        var difference = await DifferenceAfterAsync(() => File.WriteAllText(Path.Combine(workspace, "out", "app.txt"), "two"));

        Assert.Contains("workspace/out", difference, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Again_AFileThatWasNotThereCame_IsAnother()
    {
        var difference = await DifferenceAfterAsync(() => File.WriteAllText(Path.Combine(workspace, "notes.md"), "new"));

        Assert.Contains("workspace/notes.md", difference, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("budget: 7", "", 7.0)]
    [InlineData("budget: 7", "budget: 4", 4.0)]
    public async Task Declared_DecisionWithoutABudgetOfItsOwn_HoldsTheDefinitions(string ofPipeline, string ofStage, double expected)
    {
        var bare = Given.Started($$"""
            {{ofPipeline}}
            stages:
              - id: ship
                agent: x
                action: y
                decision: { category: data_migration, title: Ship it }
                {{ofStage}}
            """).Run;

        var subject = await subjects.OfDeclaredAsync(bare, bare.Definition.Graph.Stages[0], Call, CancellationToken.None);

        Assert.Equal(expected, subject.Budget);
    }

    [Fact]
    public async Task Again_CalledWithOtherParameters_IsAnother()
    {
        var otherwise = Call with { Parameters = JsonDocument.Parse("""{"target":"prod"}""").RootElement };

        Assert.Contains("the plan is another", await DifferenceAfterAsync(() => { }, otherwise), StringComparison.Ordinal);
    }

    private async Task<string?> DifferenceAfterAsync(Action change, AgentCall? again = null)
    {
        Directory.CreateDirectory(Path.Combine(workspace, "out"));
        File.WriteAllText(Path.Combine(workspace, "out", "app.txt"), "one");
        var stage = run.Definition.Graph.Stages[0];
        var proposed = new AgentDecision("data_migration", "Move it") { Files = ["out", "notes.md"], Plan = new JsonObject { ["step"] = 1 } };
        var seen = await subjects.OfProposedAsync(run, stage, Call, proposed, CancellationToken.None);
        var decided = new DecisionState(
            Guid.Empty, "ship", 1, new DecisionProposal("data_migration", "Move it") { ByAgent = true }, new DecisionRuling(false, "", [], ""), seen, Given.Start);

        change();

        return SubjectHash.Difference(seen, await subjects.AgainAsync(run, stage, again ?? Call, decided, CancellationToken.None));
    }
}
