using Microsoft.Extensions.DependencyInjection;
using Monolith.Agents.Registry;
using Monolith.Agents.Tests.Support;
using Monolith.Kernel;
using Monolith.Storage;
using Npgsql;

namespace Monolith.Agents.Tests.Registry;

/// <summary>A real PostgreSQL for hosts to share.</summary>
public sealed class RegistryDatabase : IAsyncLifetime
{
    private readonly TempFolder folder = new();
    private PrivateServer? server;
    private RegistrySchema? schema;

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
    internal async Task<RegistryHost> HostAsync(Action<IServiceCollection>? more = null, params (string Name, string Value)[] settings)
    {
        var host = await RegistryHost.StartAsync(server!.ConnectionString, isFirst: schema is null, more, settings);
        schema ??= host.Get<RegistrySchema>();
        return host;
    }

    /// <summary>What one test left is nothing to the next.</summary>
    internal async Task ClearAsync()
    {
        await using var database = NpgsqlDataSource.Create(server!.ConnectionString);
        await using var command = database.CreateCommand($"truncate {schema!.Packages}, {schema.States}, {schema.Servings}, {schema.Shadows}");
        await command.ExecuteNonQueryAsync();
    }
}

[CollectionDefinition(Name)]
public sealed class OneDatabase : ICollectionFixture<RegistryDatabase>
{
    public const string Name = "one database";
}

/// <summary>A test with hosts on the database that all of them share.</summary>
[Collection(OneDatabase.Name)]
public abstract class RegistryTest(RegistryDatabase database) : IAsyncLifetime
{
    protected RegistryDatabase Database => database;

    public Task InitializeAsync() => Task.CompletedTask;

    public virtual Task DisposeAsync() => database.ClearAsync();
}
