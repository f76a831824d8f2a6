using JasperFx;
using JasperFx.Events;
using Marten;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Monolith.Kernel;
using Npgsql;
using Weasel.Core;

namespace Monolith.Storage;

/// <summary>Where the data lives: a PostgreSQL that is given or embedded, Marten on it, and the data folder.</summary>
public static class StorageModule
{
    private const string Schema = "monolith";
    private const long SchemaLock = 0x4D_6F_6E_6F;

    /// <summary>Finds or starts the database; the first thing a host does. Dispose what it returns last.</summary>
    public static Task<Result<RunningDatabase>> StartDatabaseAsync(IConfiguration configuration, CancellationToken cancellationToken)
    {
        var options = configuration.GetSection("Storage").Get<StorageOptions>() ?? new StorageOptions();
        return DatabaseStart.RunAsync(options, configuration.GetConnectionString("Postgres"), cancellationToken);
    }

    /// <summary>Starts a server apart from any host, for whoever wants to stop it and start it again under hosts that use it.</summary>
    public static Task<Result<PrivateServer>> StartServerAsync(DataFolders folders, CancellationToken cancellationToken) =>
        PrivateServer.StartAsync(folders, cancellationToken);

    public static IServiceCollection AddStorageSettings(this IServiceCollection services) => services
        .AddSingleton(new SettingsSection("Storage", typeof(StorageOptions)))
        .AddSingleton(new SettingRule("ConnectionStrings:Postgres", ConnectionStrings.Fault));

    public static IServiceCollection AddStorage(this IServiceCollection services, RunningDatabase database)
    {
        services.AddSingleton(database.Folders);
        services.AddSingleton(database);
        services.AddSingleton<IShutdownStep, CloseDatabase>();
        services.AddSingleton(_ => NpgsqlDataSource.Create(database.ConnectionString));
        services.AddKeyedSingleton("commits", (_, _) => NpgsqlDataSource.Create(ConnectionStrings.ForCommits(database.ConnectionString)));
        services.AddKeyedSingleton("health", (_, _) => NpgsqlDataSource.Create(ConnectionStrings.ForHealth(database.ConnectionString)));
        services.AddMarten(Configure).UseLightweightSessions().UseNpgsqlDataSource();
        return services;
    }

    /// <summary>Creates or migrates every table. Hosts that start at once take turns.</summary>
    public static async Task CreateSchemaAsync(IServiceProvider services, CancellationToken cancellationToken)
    {
        var database = services.GetRequiredService<NpgsqlDataSource>();
        await using var turn = await database.OpenConnectionAsync(cancellationToken);
        await ExecuteAsync(turn, $"select pg_advisory_lock({SchemaLock})", cancellationToken);
        try
        {
            var log = services.GetRequiredService<ILoggerFactory>().CreateLogger("Monolith.Storage.Schema");
            await SchemaChanges.ApplyAsync(services.GetRequiredService<IDocumentStore>(), turn, log, cancellationToken);
        }
        finally
        {
            await ExecuteAsync(turn, $"select pg_advisory_unlock({SchemaLock})", CancellationToken.None);
        }
    }

    private static void Configure(StoreOptions options)
    {
        options.DatabaseSchemaName = Schema;
        // All of it is made at the start; Marten is not to make or mend anything later by itself.
        options.AutoCreateSchemaObjects = AutoCreate.None;
        options.UseSystemTextJsonForSerialization(EnumStorage.AsString, Casing.CamelCase);
        options.Events.StreamIdentity = StreamIdentity.AsGuid;
        options.Events.AppendMode = EventAppendMode.Quick;
        options.Events.UseAdvisoryLockTransaction = true;
        options.DisableNpgsqlLogging = true;
        // Marten would execute the same command again, on another connection; Npgsql then mistakes it for one that is prepared
        // there, and the connection's next user reads this one's answer. Who asks tries again, with a new command.
        options.ConfigurePolly(_ => { });
    }

    private static async Task ExecuteAsync(NpgsqlConnection connection, string sql, CancellationToken cancellationToken)
    {
        // Another host's migration takes as long as it takes.
        await using var command = new NpgsqlCommand(sql, connection) { CommandTimeout = 0 };
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
