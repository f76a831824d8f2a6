using System.ComponentModel.DataAnnotations;

namespace Monolith.Agents.Workers;

/// <summary>What a worker process may use. A plugin's monolith.plugin.json may ask for less, never for more.</summary>
public sealed class WorkerOptions
{
    /// <summary>The managed heap, and 256 MiB beside it for the rest of the process's private memory. MiB, 64 to 16,777,216.</summary>
    [Range(64, 1 << 24)]
    public int MemoryMiB { get; set; } = 2048;

    /// <summary>Processes and threads of the worker and all that it started, 32 to 1,000,000. One with more is killed.</summary>
    [Range(32, 1_000_000)]
    public int Processes { get; set; } = 512;

    /// <summary>Open files of a process, 64 to 1,000,000.</summary>
    [Range(64, 1_000_000)]
    public int Files { get; set; } = 4096;
}
