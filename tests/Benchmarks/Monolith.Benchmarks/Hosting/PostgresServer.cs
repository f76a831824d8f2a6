using Microsoft.Extensions.Configuration;
using Monolith.Storage;
using Npgsql;

namespace Monolith.Benchmarks.Hosting;

/// <summary>The embedded PostgreSQL as the host starts it, with the host's settings; each contestant has a database of its own.</summary>
internal sealed class PostgresServer(RunningDatabase running) : IAsyncDisposable
{
    private int databases;

    public static async Task<PostgresServer> StartAsync(string folder)
    {
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection(new Dictionary<string, string?> { ["Storage:DataDirectory"] = folder })
            .Build();
        var started = await StorageModule.StartDatabaseAsync(configuration, CancellationToken.None);
        return started.IsSuccess
            ? new PostgresServer(started.Value)
            : throw new InvalidOperationException(string.Join(' ', started.Problems.Select(problem => problem.Message)));
    }

    /// <returns>The connection string of a new database: the host's own, so that all are tuned alike.</returns>
    public async Task<string> CreateDatabaseAsync(string name)
    {
        var fresh = $"{name}_{++databases}";
        await using var connection = await OpenAsync(running.ConnectionString);
        await using var create = new NpgsqlCommand($"create database {fresh}", connection);
        await create.ExecuteNonQueryAsync();
        return new NpgsqlConnectionStringBuilder(running.ConnectionString) { Database = fresh }.ConnectionString;
    }

    public async Task<string> SettingsAsync() => (string)(await ScalarAsync(running.ConnectionString, """
        select concat(current_setting('server_version'), ', fsync ', current_setting('fsync'),
            ', synchronous_commit ', current_setting('synchronous_commit'))
        """))!;

    /// <summary>Asks what is of the whole server.</summary>
    public Task<object?> ScalarAsync(string sql) => ScalarAsync(running.ConnectionString, sql);

    public static async Task<object?> ScalarAsync(string connectionString, string sql)
    {
        await using var connection = await OpenAsync(connectionString);
        await using var command = new NpgsqlCommand(sql, connection) { CommandTimeout = 600 };
        return await command.ExecuteScalarAsync();
    }

    /// <returns>The server's first process.</returns>
    public async Task<int> ProcessIdAsync() =>
        int.Parse(
            (string)(await ScalarAsync(running.ConnectionString, "select split_part(pg_read_file('postmaster.pid'), E'\\n', 1)"))!,
            System.Globalization.CultureInfo.InvariantCulture);

    public async ValueTask DisposeAsync() => await running.DisposeAsync();

    private static async Task<NpgsqlConnection> OpenAsync(string connectionString)
    {
        var connection = new NpgsqlConnection(connectionString + ";Pooling=false");
        await connection.OpenAsync();
        return connection;
    }
}
