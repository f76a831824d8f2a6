namespace Monolith.Pipelines.Contracts;

/// <summary>Where a run stands. <see cref="Success"/>, <see cref="Failed"/> and <see cref="Cancelled"/> are final.</summary>
public enum RunStatus
{
    /// <summary>Accepted, not yet handed to the engine.</summary>
    Created,

    /// <summary>Accepted; no host has begun it.</summary>
    Queued,

    /// <summary>At least one stage is being done.</summary>
    Running,

    /// <summary>No stage is being done: it waits for a decision, a clarification or a timer.</summary>
    Waiting,

    /// <summary>A person paused it; stages under way ended, no other begins.</summary>
    Paused,

    /// <summary>Every stage it needed succeeded.</summary>
    Success,

    /// <summary>A stage it needed failed, or its time ran out.</summary>
    Failed,

    /// <summary>A person cancelled it.</summary>
    Cancelled,
}
