using Hangfire.PostgreSql;
using Npgsql;

namespace Monolith.Scheduling.WakeUps;

/// <summary>Hangfire on the host's own connections.</summary>
internal sealed class DataSourceConnections(NpgsqlDataSource database) : IConnectionFactory
{
    public NpgsqlConnection GetOrCreateConnection() => database.CreateConnection();
}
