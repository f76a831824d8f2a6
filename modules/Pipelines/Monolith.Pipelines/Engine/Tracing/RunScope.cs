using System.Collections;
using Microsoft.Extensions.Logging;
using Monolith.Kernel;
using Monolith.Pipelines.Runs.State;

namespace Monolith.Pipelines.Engine.Tracing;

/// <summary>What log lines say that are written for a run, on whichever host.</summary>
internal sealed class RunScope : IReadOnlyList<KeyValuePair<string, object?>>
{
    private readonly Guid run;
    private readonly string? stage;
    private readonly string? agent;

    private RunScope(Guid run, string? stage, string? agent) => (this.run, this.stage, this.agent) = (run, stage, agent);

    public int Count => 3;

    public KeyValuePair<string, object?> this[int index] => index switch
    {
        0 => new("RunId", run),
        1 => new("StageId", stage),
        2 => new("Agent", agent),
        _ => throw new ArgumentOutOfRangeException(nameof(index)),
    };

    /// <summary>
    /// Also makes the run's origin the current one, even if it has none: the engine works on behalf of whoever woke it, and that one's ids
    /// would show through.
    /// </summary>
    /// <param name="log">Where the lines go.</param>
    /// <param name="run">The run.</param>
    /// <param name="stage">Null for what is about the whole run.</param>
    /// <param name="agent">Likewise.</param>
    /// <param name="traceParent">For a run that does not know its trace.</param>
    public static IDisposable? Begin(ILogger log, RunState run, string? stage = null, string? agent = null, string? traceParent = null)
    {
        Origin.Current = run.Origin?.TraceParent is null && traceParent is not null
            ? (run.Origin ?? new Origin()) with { TraceParent = traceParent }
            : run.Origin;
        return log.BeginScope(new RunScope(run.Id, stage, agent));
    }

    public IEnumerator<KeyValuePair<string, object?>> GetEnumerator()
    {
        for (var i = 0; i < Count; i++)
            yield return this[i];
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>For loggers that write scopes as text.</summary>
    public override string ToString() => stage is null ? $"run {run}" : $"run {run}, stage {stage}";
}
