using System.Diagnostics;
using System.Globalization;

namespace Monolith.Chaos.Tests.Leaks;

/// <summary>What this process holds once all that can be collected is.</summary>
/// <param name="Handles">Open files, sockets, pipes.</param>
/// <param name="Threads">Of the operating system.</param>
/// <param name="Memory">Managed, bytes.</param>
internal sealed record Held(int Handles, int Threads, long Memory)
{
    private const double Share = 1.05;

    /// <summary>A pool that breathes by a few is no leak, nor is a small share of a small number.</summary>
    private const int AFew = 8;

    public static async Task<Held> NowAsync()
    {
        for (var i = 0; i < 3; i++)
        {
            GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
            GC.WaitForPendingFinalizers();
            await Task.Yield();
        }

        using var process = Process.GetCurrentProcess();
        return new Held(Directory.GetFiles("/proc/self/fd").Length, process.Threads.Count, GC.GetTotalMemory(forceFullCollection: true));
    }

    public bool IsWithin(Held before) =>
        Handles <= Math.Max(before.Handles * Share, before.Handles + AFew)
        && Threads <= Math.Max(before.Threads * Share, before.Threads + AFew)
        && Memory <= before.Memory * Share;

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Handles} handles, {Threads} threads, {Memory / 1048576.0:F1} MiB");
}
