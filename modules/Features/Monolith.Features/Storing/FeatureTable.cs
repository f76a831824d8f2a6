using Npgsql;

namespace Monolith.Features.Storing;

/// <summary>What admins set, the same for all hosts of an installation.</summary>
internal sealed class FeatureTable(NpgsqlDataSource database, FeaturesSchema schema)
{
    private const string Columns = "name, enabled, percentage, people, projects, roles, changed_at, changed_by";

    public async Task<IReadOnlyList<FeatureSetting>> ReadAsync(CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand($"select {Columns} from {schema.Flags}");
        return await ReadAsync(command, cancellationToken);
    }

    /// <returns>What it was before; null for nothing.</returns>
    public async Task<FeatureSetting?> PutAsync(FeatureSetting setting, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand($"""
            with before as (select {Columns} from {schema.Flags} where name = $1 for update), put as (
              insert into {schema.Flags} ({Columns}) values ($1, $2, $3, $4, $5, $6, $7, $8)
              on conflict (name) do update set enabled = $2, percentage = $3, people = $4, projects = $5, roles = $6, changed_at = $7, changed_by = $8
            )
            select {Columns} from before
            """);
        command.Parameters.AddWithValue(setting.Name);
        command.Parameters.AddWithValue(setting.Enabled);
        command.Parameters.Add(new NpgsqlParameter<double?> { TypedValue = setting.Audience.Percentage });
        command.Parameters.AddWithValue(setting.Audience.People);
        command.Parameters.AddWithValue(setting.Audience.Projects);
        command.Parameters.AddWithValue(setting.Audience.Roles);
        command.Parameters.AddWithValue(setting.ChangedAt);
        command.Parameters.AddWithValue(setting.ChangedBy);
        return (await ReadAsync(command, cancellationToken)).SingleOrDefault();
    }

    /// <returns>What it was before; null for nothing.</returns>
    public async Task<FeatureSetting?> DeleteAsync(string name, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand($"delete from {schema.Flags} where name = $1 returning {Columns}");
        command.Parameters.AddWithValue(name);
        return (await ReadAsync(command, cancellationToken)).SingleOrDefault();
    }

    private static async Task<IReadOnlyList<FeatureSetting>> ReadAsync(NpgsqlCommand command, CancellationToken cancellationToken)
    {
        var read = new List<FeatureSetting>();
        await using var rows = await command.ExecuteReaderAsync(cancellationToken);
        while (await rows.ReadAsync(cancellationToken))
        {
            var audience = new FeatureAudience(
                rows.IsDBNull(2) ? null : rows.GetDouble(2), rows.GetFieldValue<string[]>(3), rows.GetFieldValue<string[]>(4), rows.GetFieldValue<string[]>(5));
            read.Add(new FeatureSetting(rows.GetString(0), rows.GetBoolean(1), audience, rows.GetFieldValue<DateTimeOffset>(6), rows.GetString(7)));
        }

        return read;
    }
}
