using Microsoft.Extensions.Logging;
using Monolith.Kernel;
using Monolith.Pipelines.Runs.Events;
using Monolith.Pipelines.Runs.State;

namespace Monolith.Pipelines.Engine.Tracing;

/// <summary>A line of the log for each stage and run that failed. The catalogue's severity of the error is the line's level.</summary>
internal sealed class FailureLog(ILogger<FailureLog> log)
{
    /// <param name="run">The run with the events applied.</param>
    /// <param name="committed">What this host committed, and no other.</param>
    public void Tell(RunState run, IReadOnlyList<IRunEvent> committed)
    {
        for (var i = 0; i < committed.Count; i++)
        {
            if (committed[i] is StageFailed stage)
                Write(run, stage.Stage, stage.Code, stage.Message);
            else if (committed[i] is RunFailed failed)
                Write(run, failed.Stage, failed.Code, failed.Message, isRun: true);
        }
    }

    private void Write(RunState run, string? stage, string code, string message, bool isRun = false)
    {
        var level = LevelOf(code);
        if (!log.IsEnabled(level))
            return;
        using var scope = RunScope.Begin(log, run);
        if (isRun)
            log.Log(level, "Run {RunId} of {Pipeline} failed: {ErrorCode}: {ErrorMessage}", run.Id, run.Pipeline, code, message);
        else
            log.Log(level, "Stage {StageId} of run {RunId} failed: {ErrorCode}: {ErrorMessage}", stage, run.Id, code, message);
    }

    private static LogLevel LevelOf(string code) => ErrorCatalog.Find(code)?.Severity switch
    {
        "info" => LogLevel.Information,
        "warning" => LogLevel.Warning,
        "critical" => LogLevel.Critical,
        _ => LogLevel.Error,
    };
}
