using System.Diagnostics;
using Monolith.Kernel;
using Monolith.Storage.Embedded;
using Npgsql;

namespace Monolith.Storage;

/// <summary>Finds or starts the database. Whatever can go wrong comes back as one line that says what to do.</summary>
internal static class DatabaseStart
{
    private const int OldestVersion = 13;
    private static readonly TimeSpan StartingPatience = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan BetweenTries = TimeSpan.FromMilliseconds(200);

    public static async Task<Result<RunningDatabase>> RunAsync(
        StorageOptions options, string? connectionString, CancellationToken cancellationToken)
    {
        var folders = new DataFolders(options.Folder(), options.SharedFolder());
        var locked = DataFolderLock.Take(folders.Root);
        if (!locked.IsSuccess)
            return Result<RunningDatabase>.Failed(locked.Problems);

        var database = string.IsNullOrWhiteSpace(connectionString)
            ? await StartEmbeddedAsync(folders, options, locked.Value, cancellationToken)
            : await UseGivenAsync(folders, options, connectionString, locked.Value, cancellationToken);
        if (!database.IsSuccess)
            locked.Value.Dispose();
        return database;
    }

    private static async Task<Result<RunningDatabase>> StartEmbeddedAsync(
        DataFolders folders, StorageOptions options, IDisposable folderLock, CancellationToken cancellationToken)
    {
        var started = await EmbeddedServer.StartAsync(folders, cancellationToken);
        if (!started.IsSuccess)
            return Result<RunningDatabase>.Failed(started.Problems);

        var server = started.Value;
        var connection = ConnectionStrings.Tune(server.Connection(), options);
        return new RunningDatabase(folders, connection, $"embedded PostgreSQL {server.Version} in {folders.Postgres}", folderLock, server);
    }

    private static async Task<Result<RunningDatabase>> UseGivenAsync(
        DataFolders folders, StorageOptions options, string connectionString, IDisposable folderLock, CancellationToken cancellationToken)
    {
        var parsed = ConnectionStrings.Parse(connectionString);
        if (!parsed.IsSuccess)
            return Result<RunningDatabase>.Failed(parsed.Problems);

        var where = $"{parsed.Value.Host}:{parsed.Value.Port}/{parsed.Value.Database}";
        var tuned = ConnectionStrings.Tune(parsed.Value, options);
        try
        {
            await using var connection = await OpenAsync(tuned, cancellationToken);
            return connection.PostgreSqlVersion.Major >= OldestVersion
                ? new RunningDatabase(folders, tuned, $"PostgreSQL {connection.PostgreSqlVersion} at {where}", folderLock, embedded: null)
                : Wrong($"The server at {where} is PostgreSQL {connection.PostgreSqlVersion}; version {OldestVersion} or newer is needed.");
        }
        catch (Exception broken) when (broken is NpgsqlException or TimeoutException or System.Net.Sockets.SocketException)
        {
            return Wrong($"ConnectionStrings:Postgres: the server at {where} cannot be used: {(broken.InnerException ?? broken).Message}");
        }
    }

    /// <summary>A server that is starting, such as one that replays its log after a crash, is waited for; one that is not there is not.</summary>
    private static async Task<NpgsqlConnection> OpenAsync(string connectionString, CancellationToken cancellationToken)
    {
        var clock = Stopwatch.StartNew();
        while (true)
        {
            var connection = new NpgsqlConnection(connectionString);
            try
            {
                await connection.OpenAsync(cancellationToken);
                return connection;
            }
            catch (PostgresException starting) when (starting.SqlState == PostgresErrorCodes.CannotConnectNow && clock.Elapsed < StartingPatience)
            {
                await connection.DisposeAsync();
                await Task.Delay(BetweenTries, cancellationToken);
            }
        }
    }

    private static Problem Wrong(string message) => new(ErrorCodes.DatabaseError, message);
}
