using System.Text;
using Monolith.Access.Contracts.Projects;
using Monolith.Pipelines.Definitions;
using Monolith.Pipelines.Engine.Launch;
using Monolith.Pipelines.Engine.Stages;
using Monolith.Pipelines.Library;
using Monolith.Pipelines.Runs.Commands;
using Monolith.Pipelines.Runs.State;
using Monolith.Pipelines.Tests.Support;

namespace Monolith.Pipelines.Tests.Engine;

/// <summary>Found by the drill: the database went away between a stage's start and what the stage wanted of it.</summary>
public sealed class OutageTests(Database database) : IClassFixture<Database>
{
    [Fact]
    public async Task ChildPipeline_DatabaseIsAway_IsBegunWhenItIsBack()
    {
        var child = Compile("name: child\nstages: [{ id: w, wait: { signal: never } }]");
        await database.Get<PipelineLibrary>().PutAsync(Project.Default, child, "", "yaml", expected: null, CancellationToken.None);
        var parent = await StartAsync("name: parent\nstages: [{ id: first, wait: { signal: never } }, { id: sub, needs: [first], pipeline: { name: child } }]");

        var outcome = await WhileAwayAsync(parent, "sub");

        Assert.Null(outcome.Error);
        Assert.NotNull(outcome.ChildRun);
    }

    [Fact]
    public async Task Artifact_DatabaseIsAway_IsKeptWhenItIsBack()
    {
        var run = await StartAsync("""
            name: makes
            stages:
              - { id: first, wait: { signal: never } }
              - { id: make, needs: [first], agent: tool, action: free, artifacts: [{ name: made.txt, path: made.txt }] }
            """);
        var workspace = Directory.CreateDirectory(database.Get<Workspaces>().PathOf(run.Id)).FullName;
        await File.WriteAllTextAsync(Path.Combine(workspace, "made.txt"), "made");

        var outcome = await WhileAwayAsync(run, "make");

        Assert.Null(outcome.Error);
        Assert.Equal("made.txt", Assert.Single(outcome.Artifacts!).Name);
    }

    private async Task<AttemptOutcome> WhileAwayAsync(RunState run, string stage)
    {
        using var execution = new StageExecution(stage, Attempt: 1, Number: 1, Task.CompletedTask);
        await database.Server.CrashAsync();
        var attempt = database.Get<StageAttempt>().DoAsync(run, run.Definition.Graph.Stages[run.IndexOf(stage)], execution, CancellationToken.None);
        Assert.Null(await database.Server.StartAgainAsync(CancellationToken.None));
        return await attempt;
    }

    private async Task<RunState> StartAsync(string yaml)
    {
        var draft = await database.Get<RunDrafter>().DraftAsync(Compile(yaml), version: null, new RunOrder { Project = Project.Default }, CancellationToken.None);
        return (await database.Get<RunLauncher>().LaunchAsync(draft.Value))!;
    }

    private CompiledDefinition Compile(string yaml) =>
        database.Get<DefinitionCompiler>().Compile(Encoding.UTF8.GetBytes(yaml), DefinitionFormat.Yaml).Value;
}
