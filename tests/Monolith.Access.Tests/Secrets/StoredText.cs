using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace Monolith.Access.Tests.Secrets;

/// <summary>Looks for a text in every row of every table, in bytes too.</summary>
internal static class StoredText
{
    private const string Tables = "select format('%I.%I', schemaname, tablename) from pg_tables where schemaname not in ('pg_catalog', 'information_schema')";

    public static async Task<IReadOnlyList<string>> TablesWithAsync(IServiceProvider services, string text)
    {
        var database = services.GetRequiredService<NpgsqlDataSource>();
        var found = new List<string>();
        foreach (var table in await TextsAsync(database, Tables))
        {
            // Bytes are hexadecimal in a row's text.
            await using var command = database.CreateCommand($"select count(*) from {table} t where position($1 in t::text) > 0 or position(encode(convert_to($1, 'UTF8'), 'hex') in t::text) > 0");
            command.Parameters.AddWithValue(text);
            if ((long)(await command.ExecuteScalarAsync())! > 0)
                found.Add(table);
        }

        return found;
    }

    private static async Task<IReadOnlyList<string>> TextsAsync(NpgsqlDataSource database, string sql)
    {
        await using var command = database.CreateCommand(sql);
        await using var rows = await command.ExecuteReaderAsync();
        var texts = new List<string>();
        while (await rows.ReadAsync())
            texts.Add(rows.GetString(0));
        return texts;
    }
}
