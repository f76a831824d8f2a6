using System.Text.Json;
using Microsoft.AspNetCore.Http.Json;
using Microsoft.Extensions.Options;
using Monolith.Pipelines.Contracts.Following;
using Monolith.Pipelines.Journal;
using Npgsql;

namespace Monolith.Pipelines.Api.Runs;

/// <summary>Some rows of the list, for those who look at it live.</summary>
internal sealed class RunRows(NpgsqlDataSource database, JournalSchema schema, IOptions<JsonOptions> json) : IRunRows
{
    public async Task<IReadOnlyList<RunListRow>> ReadAsync(IReadOnlyCollection<Guid> runs, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand($"select {ListRuns.Columns} from {schema.Name}.runs where id = any($1) order by created_at desc, id desc");
        command.Parameters.AddWithValue(runs as Guid[] ?? [.. runs]);
        var rows = new List<RunListRow>();
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
        {
            var row = ListRuns.Read(reader);
            rows.Add(new RunListRow(row.Id, row.Project, JsonSerializer.Serialize(row, json.Value.SerializerOptions)));
        }

        return rows;
    }
}
