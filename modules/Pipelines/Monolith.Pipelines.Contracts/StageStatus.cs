namespace Monolith.Pipelines.Contracts;

/// <summary>Where a stage stands. <see cref="Success"/>, <see cref="Failed"/> and <see cref="Skipped"/> are final until a retry.</summary>
public enum StageStatus
{
    /// <summary>Waits for the stages it needs, or for its next attempt.</summary>
    Pending,

    /// <summary>An agent is at it.</summary>
    Running,

    /// <summary>Done, its gates passed.</summary>
    Success,

    /// <summary>The last attempt failed, or a blocking gate did.</summary>
    Failed,

    /// <summary>Not done: a stage it needs did not end as it must, or the run was cancelled.</summary>
    Skipped,

    /// <summary>Ready, but waits for a person or an outside signal.</summary>
    Blocked,
}
