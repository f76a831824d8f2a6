namespace Monolith.Pipelines.Contracts;

/// <summary>
/// Says that a run has new events, to every host. A hint, not truth: a notice may be lost or doubled, and who must not
/// miss an event reads the history.
/// </summary>
public interface IRunNotices
{
    /// <summary>Never blocks and never throws.</summary>
    void Publish(RunNotice notice);

    /// <summary>Calls <paramref name="onNotice"/> for every notice until disposed. It must return at once.</summary>
    IDisposable Subscribe(Action<RunNotice> onNotice);

    /// <summary>The same for the notices of one run, at no cost to those of others.</summary>
    IDisposable Subscribe(Guid runId, Action<RunNotice> onNotice);
}

/// <summary>A run has events up to this version.</summary>
/// <param name="RunId">The run.</param>
/// <param name="Version">Its last committed version.</param>
/// <param name="HostId">The host that committed.</param>
public readonly record struct RunNotice(Guid RunId, long Version, Guid HostId);
