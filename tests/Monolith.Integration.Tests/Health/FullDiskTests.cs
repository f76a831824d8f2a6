using System.Diagnostics;
using Monolith.Integration.Tests.Hosting;

namespace Monolith.Integration.Tests.Health;

/// <summary>The data folder on a disk of four megabytes. Only root may mount one; elsewhere there is nothing to test.</summary>
public sealed class FullDiskTests : IDisposable
{
    private readonly TestFolder folder = new();
    private readonly bool mounted;

    public FullDiskTests() => mounted = Environment.IsPrivilegedProcess && Run("mount", "-t", "tmpfs", "-o", "size=4m,mode=0755", "tmpfs", folder.Path);

    public void Dispose()
    {
        if (mounted)
            Run("umount", "--lazy", folder.Path);
        folder.Dispose();
    }

    [Fact]
    public async Task Detailed_DiskFull_IsUnhealthyUntilThereIsRoom()
    {
        if (!mounted)
            return;
        using var postgres = new PostgresServer();
        await using var host = await HostProcess.StartAsync(folder.Path, ("ConnectionStrings__Postgres", postgres.ConnectionString));
        await HealthReport.UntilAsync(host.Http, "filesystem", "healthy", TimeSpan.FromSeconds(5));

        Fill(folder["filler"]);
        var full = await HealthReport.UntilAsync(host.Http, "filesystem", "unhealthy", TimeSpan.FromSeconds(2));
        var ready = await HealthReport.ReadAsync(host.Http, "database", "/health/ready");
        File.Delete(folder["filler"]);
        await HealthReport.UntilAsync(host.Http, "filesystem", "healthy", TimeSpan.FromSeconds(5));

        Assert.Contains("No space left", full.Message, StringComparison.Ordinal);
        Assert.Equal("healthy", ready.Status);
    }

    private static void Fill(string path)
    {
        using var file = File.Create(path, 1);
        try
        {
            while (true)
                file.Write(new byte[4_096]);
        }
        catch (IOException)
        {
            // Full.
        }
    }

    private static bool Run(string program, params string[] arguments)
    {
        using var run = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardError = true })!;
        run.WaitForExit();
        return run.ExitCode == 0;
    }
}
