using Microsoft.Extensions.DependencyInjection;
using Monolith.Access.Tests.Support;
using Npgsql;

namespace Monolith.Access.Tests.Audit;

/// <summary>Keeps every host from writing to the trail until it is let go.</summary>
internal sealed class HeldTrail : IAsyncDisposable
{
    private readonly NpgsqlConnection connection;
    private readonly NpgsqlTransaction transaction;

    private HeldTrail(NpgsqlConnection connection, NpgsqlTransaction transaction) => (this.connection, this.transaction) = (connection, transaction);

    public static async Task<HeldTrail> HoldAsync(RealHost host)
    {
        var connection = await host.Services.GetRequiredService<NpgsqlDataSource>().OpenConnectionAsync();
        var transaction = await connection.BeginTransactionAsync();
        await using var hold = new NpgsqlCommand("select number from monolith.access_audit_head for update", connection);
        await hold.ExecuteNonQueryAsync();
        return new HeldTrail(connection, transaction);
    }

    public async ValueTask DisposeAsync()
    {
        await transaction.DisposeAsync();
        await connection.DisposeAsync();
    }
}
