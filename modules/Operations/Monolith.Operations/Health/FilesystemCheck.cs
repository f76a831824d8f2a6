using Monolith.Kernel;

namespace Monolith.Operations.Health;

internal sealed class FilesystemCheck(DataFolders folders) : IHealthCheck
{
    public string Component => "filesystem";

    public TimeSpan? DegradedFrom => null;

    public async Task<CheckResult> LookAsync(CancellationToken cancellationToken)
    {
        var probe = Path.Combine(folders.Root, $".health-{Guid.NewGuid():N}");
        try
        {
            await File.WriteAllTextAsync(probe, "", cancellationToken);
        }
        finally
        {
            File.Delete(probe);
        }

        var free = new DriveInfo(folders.Root).AvailableFreeSpace;
        return new CheckResult(HealthStatus.Healthy, "can be written", new Dictionary<string, object> { ["freeBytes"] = free });
    }
}
