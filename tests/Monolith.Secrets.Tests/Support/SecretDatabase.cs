using Monolith.Kernel;
using Monolith.Secrets.Masters;
using Monolith.Storage;
using Npgsql;

namespace Monolith.Secrets.Tests.Support;

/// <summary>A real PostgreSQL with the module's tables, for hosts with settings of their own.</summary>
public sealed class SecretDatabase : IAsyncLifetime
{
    private readonly string folder = Directory.CreateDirectory(Path.Combine(Path.GetTempPath(), $"monolith-{Guid.NewGuid().ToString("N")[..12]}")).FullName;
    private PrivateServer? server;
    private RunningDatabase? running;
    private int hosts;

    /// <summary>Of master keys.</summary>
    internal static (string Old, string New) Keys { get; } = (MasterKey.New(), MasterKey.New());

    public async Task InitializeAsync()
    {
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(folder, File.GetUnixFileMode(folder) | UnixFileMode.OtherExecute | UnixFileMode.OtherRead);
        server = (await StorageModule.StartServerAsync(new DataFolders(folder), CancellationToken.None)).Value;
        var settings = new Dictionary<string, string?> { ["Storage:DataDirectory"] = folder, ["ConnectionStrings:Postgres"] = server.ConnectionString };
        running = (await StorageModule.StartDatabaseAsync(SecretHost.Configuration(settings), CancellationToken.None)).Value;
        await using var host = Host();
        await StorageModule.CreateSchemaAsync(host.Services, CancellationToken.None);
    }

    /// <summary>A host on the database, with what the hosts before it left there.</summary>
    internal SecretHost Host(params (string Name, string? Value)[] settings) =>
        new(running!, Path.Combine(folder, $"host-{hosts++}"), settings.ToDictionary(setting => setting.Name, setting => setting.Value));

    /// <summary>The same after everything that was there is gone.</summary>
    internal async Task<SecretHost> FreshAsync(params (string Name, string? Value)[] settings)
    {
        var host = Host(settings);
        await host.SqlAsync("truncate monolith.secrets, monolith.secret_keys");
        return host;
    }

    public async Task DisposeAsync()
    {
        NpgsqlConnection.ClearAllPools();
        await running!.DisposeAsync();
        await server!.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }
}

[CollectionDefinition(Name)]
public sealed class OneDatabase : ICollectionFixture<SecretDatabase>
{
    public const string Name = "one database of secrets";
}
