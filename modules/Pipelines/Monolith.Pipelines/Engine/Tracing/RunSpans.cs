using System.Diagnostics;
using Monolith.Kernel;
using Monolith.Pipelines.Journal;
using Monolith.Pipelines.Runs.Events;
using Monolith.Pipelines.Runs.State;

namespace Monolith.Pipelines.Engine.Tracing;

/// <summary>
/// A run's spans. The first is made when it is accepted and kept with it: whatever any host does for the run later is beneath it, so that
/// one run is one trace. Nothing is made, and nothing allocated, while nobody listens.
/// </summary>
internal static class RunSpans
{
    public static readonly ActivitySource Source = new("Monolith.Pipelines");

    /// <summary>Beneath the request, or beneath the stage that waits for the run.</summary>
    public static Activity? Accept(Guid id, RunCreated created) => Source.HasListeners()
        ? Describe(Source.StartActivity($"run {created.Pipeline}"), id, created.Pipeline)
        : null;

    /// <summary>The event with the span that all others of the run go beneath.</summary>
    public static RunCreated KeptIn(RunCreated created, Activity? accepted) =>
        accepted is null ? created : created with { Origin = (created.Origin ?? new Origin()) with { TraceParent = accepted.Id } };

    /// <summary>This host goes on with stages that were under way elsewhere; what it begins is linked to this span.</summary>
    public static Activity? TakeOver(RunState run, RunClaimed claimed)
    {
        if (!Source.HasListeners())
            return null;
        var span = Describe(Source.StartActivity(ActivityKind.Internal, ContextOf(run), name: "run taken over"), run.Id, run.Pipeline);
        return span?.SetTag("monolith.host", claimed.HostName).SetTag("monolith.stages", claimed.Interrupted.ToArray());
    }

    /// <summary>How long the whole run took, waits included; made by the host that committed its end.</summary>
    public static void End(RunState run)
    {
        if (!Source.HasListeners())
            return;
        using var span = Describe(
            Source.StartActivity(ActivityKind.Internal, ContextOf(run), startTime: run.CreatedAt, name: "run ended"), run.Id, run.Pipeline);
        span?.SetTag("monolith.run.status", StatusNames.Of(run.Status));
        if (run.Error is { } error)
            span?.SetTag("error.type", error.Code).SetStatus(ActivityStatusCode.Error, error.Message);
        if (run.FinishedAt is { } finished)
            span?.SetEndTime(finished.UtcDateTime);
    }

    public static ActivityContext ContextOf(RunState run) =>
        ActivityContext.TryParse(run.Origin?.TraceParent, traceState: null, isRemote: true, out var context) ? context : default;

    private static Activity? Describe(Activity? span, Guid run, string pipeline) =>
        span?.SetTag("monolith.run.id", run.ToString()).SetTag("monolith.pipeline", pipeline);
}
