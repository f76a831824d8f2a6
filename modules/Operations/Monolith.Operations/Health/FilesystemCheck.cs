using Monolith.Kernel;

namespace Monolith.Operations.Health;

/// <summary>Writes to the data folder, and to the shared one, as an artifact would be: bytes, down to the disk.</summary>
internal sealed class FilesystemCheck(DataFolders folders) : IHealthCheck
{
    /// <summary>A full disk still takes the name of an empty file.</summary>
    private static readonly byte[] Content = new byte[4_096];

    public string Component => "filesystem";

    public TimeSpan? DegradedFrom => null;

    public async Task<CheckResult> LookAsync(CancellationToken cancellationToken)
    {
        await ProbeAsync(folders.Root, cancellationToken);
        if (folders.SharedRoot is { } shared)
            await ProbeAsync(shared, cancellationToken);

        var free = new DriveInfo(folders.Root).AvailableFreeSpace;
        return new CheckResult(HealthStatus.Healthy, "can be written", new Dictionary<string, object> { ["freeBytes"] = free });
    }

    private static async Task ProbeAsync(string folder, CancellationToken cancellationToken)
    {
        var probe = Path.Combine(folder, $".health-{Guid.NewGuid():N}");
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write, BufferSize = 0, Options = FileOptions.DeleteOnClose };
        await using var file = new FileStream(probe, options);
        await file.WriteAsync(Content, cancellationToken);
        file.Flush(flushToDisk: true);
    }
}
