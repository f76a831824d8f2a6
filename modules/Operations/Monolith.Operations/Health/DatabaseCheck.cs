using Microsoft.Extensions.Options;
using Npgsql;

namespace Monolith.Operations.Health;

internal sealed class DatabaseCheck(NpgsqlDataSource database, IOptions<HealthOptions> options) : IHealthCheck
{
    public string Component => "database";

    public TimeSpan? DegradedFrom => TimeSpan.FromMilliseconds(options.Value.DatabaseDegradedMs);

    public async Task<CheckResult> LookAsync(CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand("select 1");
        await command.ExecuteScalarAsync(cancellationToken);
        return new CheckResult(HealthStatus.Healthy, "answers");
    }
}
