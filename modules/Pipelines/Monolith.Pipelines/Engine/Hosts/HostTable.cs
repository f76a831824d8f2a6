using Microsoft.Extensions.Options;
using Monolith.Kernel;
using Monolith.Pipelines.Journal;
using Npgsql;

namespace Monolith.Pipelines.Engine.Hosts;

/// <summary>The hosts on this database, each alive as long as its lease; times are the database's.</summary>
internal sealed class HostTable(
    NpgsqlDataSource database, JournalSchema schema, HostIdentity host, DataFolders folders, IOptions<EngineOptions> options)
{
    private readonly string folder = $"{Environment.MachineName}:{folders.Root}";

    /// <summary>Signs this host in. A host before it on the same data folder is dead: the folder is locked by this one.</summary>
    public async Task SignInAsync(CancellationToken cancellationToken)
    {
        await using (var predecessors = database.CreateCommand($"delete from {schema.Name}.hosts where data_folder = $1"))
        {
            predecessors.Parameters.AddWithValue(folder);
            await predecessors.ExecuteNonQueryAsync(cancellationToken);
        }

        await RenewAsync(cancellationToken);
    }

    public async Task RenewAsync(CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand($"""
            insert into {schema.Name}.hosts (id, name, data_folder, lease_until) values ($1, $2, $3, now() + $4)
            on conflict (id) do update set lease_until = excluded.lease_until
            """);
        command.Parameters.AddWithValue(host.Id);
        command.Parameters.AddWithValue(host.Name);
        command.Parameters.AddWithValue(folder);
        command.Parameters.AddWithValue(options.Value.Lease);
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    public async Task SignOutAsync(CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand($"delete from {schema.Name}.hosts where id = $1");
        command.Parameters.AddWithValue(host.Id);
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    public async Task<bool> IsAliveAsync(Guid hostId, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand($"select 1 from {schema.Name}.hosts where id = $1 and lease_until > now()");
        command.Parameters.AddWithValue(hostId);
        return await command.ExecuteScalarAsync(cancellationToken) is not null;
    }
}
