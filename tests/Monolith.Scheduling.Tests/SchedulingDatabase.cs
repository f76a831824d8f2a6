using Monolith.Kernel;
using Monolith.Storage;

namespace Monolith.Scheduling.Tests;

/// <summary>A PostgreSQL of its own, empty.</summary>
internal sealed class SchedulingDatabase : IAsyncLifetime
{
    private readonly string folder = Directory.CreateDirectory(Path.Combine(Path.GetTempPath(), $"monolith-{Guid.NewGuid().ToString("N")[..12]}")).FullName;
    private PrivateServer? server;

    public string ConnectionString => server!.ConnectionString;

    public async Task InitializeAsync()
    {
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(folder, File.GetUnixFileMode(folder) | UnixFileMode.OtherExecute | UnixFileMode.OtherRead);
        server = (await StorageModule.StartServerAsync(new DataFolders(folder), CancellationToken.None)).Value;
    }

    public async Task DisposeAsync()
    {
        await server!.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }
}
