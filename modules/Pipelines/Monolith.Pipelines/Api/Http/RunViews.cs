using Monolith.Kernel;
using Monolith.Pipelines.Contracts;
using Monolith.Pipelines.Definitions;
using Monolith.Pipelines.Runs.Events;
using Monolith.Pipelines.Runs.State;

namespace Monolith.Pipelines.Api.Http;

/// <summary>Runs as the API shows them.</summary>
internal static class RunViews
{
    public static RunResponse View(this RunState run) => new(
        run.Id,
        run.Project,
        run.Pipeline,
        run.PipelineVersion,
        run.Status,
        run.Version,
        run.Inputs,
        run.Labels,
        run.Trigger,
        run.CommitSha,
        run.Branch,
        run.Priority,
        run.Concurrency?.Key,
        run.Parent is { } parent ? new ParentResponse(parent.RunId, parent.Stage) : null,
        run.Fork?.RunId,
        run.Origin?.UserId,
        run.HostName,
        run.CreatedAt,
        run.StartedAt,
        run.FinishedAt,
        (run.FinishedAt - run.StartedAt)?.TotalMilliseconds,
        View(run.Error),
        [.. run.Definition.Graph.Stages.Select(stage => View(run, stage))]);

    public static IReadOnlyList<ArtifactResponse> Artifacts(this RunState run) =>
        [.. run.Definition.Graph.Stages.SelectMany(stage => Artifacts(run, stage) ?? [])];

    private static StageResponse View(RunState run, GraphStage stage)
    {
        var state = run.Stages[stage.Index];
        var first = state.Attempts.IsEmpty ? null : state.Attempts[0];
        var finished = state.Attempts.IsEmpty ? null : state.Attempts[^1].FinishedAt;
        return new StageResponse(
            stage.Definition.Id,
            stage.Definition.Name,
            stage.Definition.Kind,
            NotEmpty(stage.Definition.Agent),
            NotEmpty(stage.Definition.Action),
            stage.Set,
            state.Status,
            [.. stage.Definition.Needs.Select(need => need.Stage)],
            first?.StartedAt,
            finished,
            (finished - first?.StartedAt)?.TotalMilliseconds,
            state.NotBefore,
            state.Reason,
            state.Status == StageStatus.Blocked ? new WaitResponse(state.Blocked!.On, state.Blocked.Name, state.Blocked.Until) : null,
            state.ChildRun,
            state.Reused ? true : null,
            View(state.Error),
            state.Outputs,
            state.Metrics,
            state.Gates,
            Artifacts(run, stage),
            [.. state.Attempts.Select(a => new AttemptResponse(a.Number, a.Executions, a.StartedAt, a.FinishedAt, View(a.Error)))]);
    }

    private static List<ArtifactResponse>? Artifacts(RunState run, GraphStage stage) =>
        run.Stages[stage.Index].Artifacts?.Select(a => View(run.Id, stage.Definition.Id, a)).ToList();

    private static ArtifactResponse View(Guid runId, string stage, StoredArtifact artifact) => new(
        artifact.Name,
        stage,
        artifact.Type,
        artifact.Path,
        artifact.Size,
        artifact.Sha256,
        $"/api/v1/runs/{runId}/artifacts/{artifact.Name}");

    private static string? NotEmpty(string text) => text.Length == 0 ? null : text;

    private static ErrorResponse? View(RunError? error)
    {
        if (error is null)
            return null;
        var known = ErrorCatalog.Find(error.Code);
        return new(error.Code, error.Message, error.Stage, known?.Category, known?.Severity, known?.Retryable, known?.Hint, known?.Link);
    }
}
