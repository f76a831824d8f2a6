using System.Collections.Concurrent;
using Monolith.Pipelines.Contracts;

namespace Monolith.Benchmarks.Hosting;

/// <summary>
/// Hears from the engine's own notices when a run has started its first stage and when it is over, told by how many events it
/// has. A caller may ask before or after the notice came.
/// </summary>
internal sealed class RunEnds : IDisposable
{
    private readonly ConcurrentDictionary<(Guid Run, long Version), TaskCompletionSource<TimeSpan>> awaited = new();
    private readonly IDisposable subscription;

    /// <param name="notices">The host's.</param>
    /// <param name="versions">How many events a run has at least at the moments that are waited for, the last moment first.</param>
    public RunEnds(IRunNotices notices, params long[] versions) => subscription = notices.Subscribe(notice =>
    {
        // At least, not exactly: a host that looks for lost runs may claim one that was only just committed, an event more.
        if (versions.FirstOrDefault(version => notice.Version >= version) is > 0 and var reached)
            Source(notice.RunId, reached).TrySetResult(TimeProvider.System.GetElapsedTime(0));
    });

    /// <returns>When it came, on the clock that <c>GetElapsedTime(0)</c> reads.</returns>
    public async Task<TimeSpan> WaitAsync(Guid run, long version)
    {
        var at = await Source(run, version).Task.WaitAsync(TimeSpan.FromMinutes(2));
        awaited.TryRemove((run, version), out _);
        return at;
    }

    public void Dispose() => subscription.Dispose();

    private TaskCompletionSource<TimeSpan> Source(Guid run, long version) =>
        awaited.GetOrAdd((run, version), _ => new TaskCompletionSource<TimeSpan>(TaskCreationOptions.RunContinuationsAsynchronously));
}
