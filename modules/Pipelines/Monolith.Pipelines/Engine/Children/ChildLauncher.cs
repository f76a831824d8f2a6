using Monolith.Kernel;
using Monolith.Pipelines.Definitions;
using Monolith.Pipelines.Definitions.Model;
using Monolith.Pipelines.Engine.Launch;
using Monolith.Pipelines.Engine.Stages;
using Monolith.Pipelines.Expressions;
using Monolith.Pipelines.Library;
using Monolith.Pipelines.Runs.Commands;
using Monolith.Pipelines.Runs.Events;
using Monolith.Pipelines.Runs.State;

namespace Monolith.Pipelines.Engine.Children;

/// <summary>Begins the run that a stage waits for.</summary>
/// <param name="pipelines">The named pipelines.</param>
/// <param name="definitions">Their definitions.</param>
/// <param name="drafter">Checks the order.</param>
/// <param name="launcher">Late, because it needs the engine, which needs the stages, of which this is one.</param>
internal sealed class ChildLauncher(PipelineLibrary pipelines, DefinitionLibrary definitions, RunDrafter drafter, Lazy<RunLauncher> launcher)
{
    /// <summary>A pipeline that runs itself would never end.</summary>
    private const int MostDepth = 10;

    public async Task<AttemptOutcome> BeginAsync(RunState run, GraphStage stage, int attempt, CancellationToken cancellationToken)
    {
        var child = stage.Definition.Child!;
        var depth = (run.Parent?.Depth ?? 0) + 1;
        if (depth > MostDepth)
            return AttemptOutcome.Failure(ErrorCodes.StageExecutionFailed, $"Runs are nested more than {MostDepth} deep.");

        var inputs = ExpressionResolver.Resolve(child.Inputs, ExpressionScopes.For(run, stage));
        if (!inputs.IsSuccess)
            return AttemptOutcome.Failure(inputs.Problems);
        if (await FindAsync(run.Project, child, cancellationToken) is not { } found)
            return AttemptOutcome.Failure([PipelineLibrary.NotFound(child.Version is null ? child.Name : $"{child.Name}' in version '{child.Version}")]);

        var order = new RunOrder
        {
            Project = run.Project,
            Inputs = inputs.Value,
            Labels = run.Labels,
            Trigger = run.Trigger,
            CommitSha = run.CommitSha,
            Branch = run.Branch,
            Priority = run.Priority,
            Origin = run.Origin,
            Parent = new ParentStage(run.Id, stage.Definition.Id, attempt, depth),
        };
        var draft = await drafter.DraftAsync(await definitions.GetAsync(found.Hash, cancellationToken), found.Version, order, cancellationToken);
        if (!draft.IsSuccess)
            return AttemptOutcome.Failure(draft.Problems);

        var id = ChildRuns.IdOf(run.Id, stage.Definition.Id, attempt);
        await launcher.Value.LaunchAsync(draft.Value, id: id);
        return new AttemptOutcome { ChildRun = id };
    }

    private async Task<(string Hash, int Version)?> FindAsync(string project, ChildDefinition child, CancellationToken cancellationToken)
    {
        if (child.Version is { } version)
            return await pipelines.FindVersionAsync(project, child.Name, version, cancellationToken) is { } kept ? (kept.Hash, version) : null;
        return await pipelines.FindAsync(project, child.Name, cancellationToken) is { } newest ? (newest.Hash, newest.Version) : null;
    }
}
