using System.Diagnostics;
using Monolith.Pipelines.Engine.Stages;
using Monolith.Pipelines.Runs.Commands;
using Monolith.Pipelines.Runs.State;

namespace Monolith.Pipelines.Engine.Tracing;

/// <summary>The span of an execution of a stage's attempt, on whichever host: from when it may begin to what came of it.</summary>
internal static class StageSpans
{
    /// <param name="run">The run.</param>
    /// <param name="execution">What is begun.</param>
    /// <param name="cause">The span in which it was decided: the stage before, a takeover, a request that retried or signalled.</param>
    public static Activity? Begin(RunState run, StageExecution execution, ActivityContext cause)
    {
        var parent = RunSpans.ContextOf(run);
        ActivityLink[]? links = cause.SpanId == default || cause.SpanId == parent.SpanId ? null : [new(cause)];
        var stage = run.Definition.Graph.Stages[run.IndexOf(execution.Stage)].Definition;
        return RunSpans.Source.StartActivity(ActivityKind.Internal, parent, links: links, name: $"stage {execution.Stage}")
            ?.SetTag("monolith.run.id", run.Id.ToString())
            .SetTag("monolith.pipeline", run.Pipeline)
            .SetTag("monolith.stage.id", execution.Stage)
            .SetTag("monolith.stage.attempt", execution.Attempt)
            .SetTag("monolith.stage.execution", execution.Number)
            .SetTag("monolith.agent", stage.Agent)
            .SetTag("monolith.host", run.HostName);
    }

    /// <param name="span">The span.</param>
    /// <param name="completed">Null when it was stopped.</param>
    public static void Tell(Activity? span, CompleteStage? completed)
    {
        span?.SetTag("monolith.outcome", OutcomeOf(completed));
        if (completed?.Outcome.Error is { } error)
            span?.SetTag("error.type", error.Code).SetStatus(ActivityStatusCode.Error, error.Message);
    }

    public static string OutcomeOf(CompleteStage? completed) =>
        completed is null ? "stopped" : completed.Outcome.Postponed is not null ? "postponed" : completed.Outcome.Error is null ? "success" : "failed";
}
