using Hangfire.PostgreSql;
using Npgsql;

namespace Monolith.Benchmarks.Contestants.Hangfire;

/// <summary>Pooled and tuned connections, as the host gives its own Hangfire.</summary>
internal sealed class NpgsqlConnections(string connectionString) : IConnectionFactory
{
    private readonly NpgsqlDataSource database = NpgsqlDataSource.Create(connectionString);

    public NpgsqlConnection GetOrCreateConnection() => database.CreateConnection();
}
