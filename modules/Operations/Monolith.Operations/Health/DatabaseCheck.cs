using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Npgsql;

namespace Monolith.Operations.Health;

/// <summary>Asks over connections of its own where there are: it is the database that is looked at, and not whether the host's pool is busy.</summary>
internal sealed class DatabaseCheck(IServiceProvider services, IOptions<HealthOptions> options) : IHealthCheck
{
    /// <summary>The name that the storage registers them under.</summary>
    private const string Connections = "health";

    public string Component => "database";

    public TimeSpan? DegradedFrom => TimeSpan.FromMilliseconds(options.Value.DatabaseDegradedMs);

    public async Task<CheckResult> LookAsync(CancellationToken cancellationToken)
    {
        var database = services.GetKeyedService<NpgsqlDataSource>(Connections) ?? services.GetRequiredService<NpgsqlDataSource>();
        await using var command = database.CreateCommand("select 1");
        await command.ExecuteScalarAsync(cancellationToken);
        return new CheckResult(HealthStatus.Healthy, "answers");
    }
}
