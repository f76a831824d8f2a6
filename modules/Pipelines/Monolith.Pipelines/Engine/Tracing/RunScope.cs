using System.Collections;
using Monolith.Pipelines.Runs.State;

namespace Monolith.Pipelines.Engine.Tracing;

/// <summary>
/// What log lines say that are written for a run, on whichever host. It has every name, also those without a value: the engine works
/// on behalf of whoever woke it, and that one's ids would show through.
/// </summary>
/// <param name="run">The run.</param>
/// <param name="stage">Null for what is about the whole run.</param>
/// <param name="agent">Likewise.</param>
/// <param name="trace">For a run that does not know its trace.</param>
internal sealed class RunScope(RunState run, string? stage = null, string? agent = null, string? trace = null) : IReadOnlyList<KeyValuePair<string, object?>>
{
    public int Count => 8;

    public KeyValuePair<string, object?> this[int index] => index switch
    {
        0 => new("RunId", run.Id),
        1 => new("StageId", stage),
        2 => new("Agent", agent),
        3 => new("TraceId", run.Origin?.TraceId ?? trace),
        4 => new("RequestId", run.Origin?.RequestId),
        5 => new("CorrelationId", run.Origin?.CorrelationId ?? run.Origin?.RequestId),
        6 => new("UserId", run.Origin?.UserId),
        7 => new("SessionId", run.Origin?.SessionId),
        _ => throw new ArgumentOutOfRangeException(nameof(index)),
    };

    public IEnumerator<KeyValuePair<string, object?>> GetEnumerator()
    {
        for (var i = 0; i < Count; i++)
            yield return this[i];
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>For loggers that write scopes as text.</summary>
    public override string ToString() => stage is null ? $"run {run.Id}" : $"run {run.Id}, stage {stage}";
}
