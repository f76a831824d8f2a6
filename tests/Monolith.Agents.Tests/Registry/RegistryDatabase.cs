using Microsoft.Extensions.DependencyInjection;
using Monolith.Agents.Tests.Support;
using Monolith.Kernel;
using Monolith.Storage;

namespace Monolith.Agents.Tests.Registry;

/// <summary>A real PostgreSQL for hosts to share.</summary>
public sealed class RegistryDatabase : IAsyncLifetime
{
    private readonly TempFolder folder = new();
    private PrivateServer? server;

    internal string ConnectionString => server!.ConnectionString;

    public async Task InitializeAsync()
    {
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(folder.Path, File.GetUnixFileMode(folder.Path) | UnixFileMode.OtherExecute | UnixFileMode.OtherRead);
        server = (await StorageModule.StartServerAsync(new DataFolders(folder.Path), CancellationToken.None)).Value;
    }

    public async Task DisposeAsync()
    {
        await server!.DisposeAsync();
        folder.Dispose();
    }

    /// <summary>A host on it; another call makes another one.</summary>
    internal Task<RegistryHost> HostAsync(Action<IServiceCollection>? more = null, params (string Name, string Value)[] settings) =>
        RegistryHost.StartAsync(ConnectionString, more, settings);
}
