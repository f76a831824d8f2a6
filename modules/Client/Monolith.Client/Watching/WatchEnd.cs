namespace Monolith.Client.Watching;

/// <summary>Why a run is watched no longer.</summary>
internal enum WatchEnd
{
    Succeeded,

    /// <summary>Or was cancelled.</summary>
    Failed,

    /// <summary>Whoever watches was stopped; the run was not.</summary>
    Stopped,

    /// <summary>It waits for a person, and was left so.</summary>
    Waiting,
}
