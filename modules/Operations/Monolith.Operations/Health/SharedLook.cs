using System.Collections.Concurrent;

namespace Monolith.Operations.Health;

/// <summary>
/// One look at a part at a time: who asks while one hangs waits for that one. Probes come every few seconds, and each would otherwise
/// leave another thread or connection behind for as long as a dead disk or network hangs.
/// </summary>
internal sealed class SharedLook
{
    private readonly ConcurrentDictionary<IHealthCheck, Lazy<Task<CheckResult>>> underWay = new();

    /// <param name="check">The part's check.</param>
    /// <param name="patience">The limit of a look that begins now.</param>
    public async Task<CheckResult> AtAsync(IHealthCheck check, TimeSpan patience)
    {
        var look = underWay.GetOrAdd(check, _ => new Lazy<Task<CheckResult>>(() => Task.Run(() => LookAsync(check, patience))));
        return await look.Value;
    }

    private async Task<CheckResult> LookAsync(IHealthCheck check, TimeSpan patience)
    {
        using var late = new CancellationTokenSource(patience);
        try
        {
            return await check.LookAsync(late.Token);
        }
        finally
        {
            underWay.TryRemove(check, out _);
        }
    }
}
