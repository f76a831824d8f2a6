namespace Monolith.Pipelines.Contracts;

/// <summary>Wake-ups carried by the scheduler. None of them is truth: losing or doubling one changes nothing.</summary>
public interface IWakeUps
{
    /// <summary>Asks for <see cref="IRunDispatch.WakeAsync"/>, now or at a time. Returns at once and never throws.</summary>
    /// <param name="runId">The run.</param>
    /// <param name="pipeline">Its pipeline's name, shown on the scheduler's pages.</param>
    /// <param name="at">Null for now.</param>
    void Ask(Guid runId, string pipeline, DateTimeOffset? at = null);
}
