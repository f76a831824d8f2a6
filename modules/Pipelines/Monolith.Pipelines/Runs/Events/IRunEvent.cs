namespace Monolith.Pipelines.Runs.Events;

/// <summary>Something that happened to a run. Stored for ever: a property is added, never renamed or given another meaning.</summary>
internal interface IRunEvent
{
    /// <summary>When it was decided, UTC.</summary>
    DateTimeOffset At { get; }
}
