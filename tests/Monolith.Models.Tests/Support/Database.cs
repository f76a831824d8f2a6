using Microsoft.Extensions.Configuration;
using Monolith.Kernel;
using Monolith.Storage;

namespace Monolith.Models.Tests.Support;

/// <summary>A real PostgreSQL with the module's tables.</summary>
public sealed class Database : IAsyncLifetime
{
    private readonly string folder = Directory.CreateDirectory(Path.Combine(Path.GetTempPath(), $"monolith-{Guid.NewGuid().ToString("N")[..12]}")).FullName;
    private PrivateServer? server;

    internal RunningDatabase Running { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(folder, File.GetUnixFileMode(folder) | UnixFileMode.OtherExecute | UnixFileMode.OtherRead);
        server = (await StorageModule.StartServerAsync(new DataFolders(folder), CancellationToken.None)).Value;
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection(new Dictionary<string, string?>
            {
                ["Storage:DataDirectory"] = folder,
                ["ConnectionStrings:Postgres"] = server.ConnectionString,
            })
            .Build();
        Running = (await StorageModule.StartDatabaseAsync(configuration, CancellationToken.None)).Value;
        await using var world = new World(this);
        await StorageModule.CreateSchemaAsync(world.Services, CancellationToken.None);
    }

    public async Task DisposeAsync()
    {
        await Running.DisposeAsync();
        if (server is not null)
            await server.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }
}

[CollectionDefinition(Name)]
public sealed class OneDatabase : ICollectionFixture<Database>
{
    public const string Name = "one database";
}
