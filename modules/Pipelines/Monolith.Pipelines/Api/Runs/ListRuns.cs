using System.Globalization;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Monolith.Access.Contracts.Projects;
using Monolith.Pipelines.Api.Http;
using Monolith.Pipelines.Journal;
using Npgsql;

namespace Monolith.Pipelines.Api.Runs;

/// <summary><c>GET /api/v1/runs</c>: newest first, page by page along (created, id), so that new runs do not shift a page.</summary>
internal static class ListRuns
{
    private const int DefaultLimit = 50;
    private const int MaxLimit = 500;

    public const string Columns =
        "id, project, pipeline, pipeline_version, status, labels::text, trigger, branch, commit_sha, created_at, started_at, finished_at, error_code";

    /// <param name="status">One or more of the run states, separated by commas.</param>
    /// <param name="pipeline">A pipeline's name.</param>
    /// <param name="label">name=value; may be given several times, all must fit.</param>
    /// <param name="since">A time with offset; only runs created then or later.</param>
    /// <param name="cursor">The nextCursor of the page before.</param>
    /// <param name="limit">1 to 500; 50 when absent.</param>
    /// <param name="projects">Injected.</param>
    /// <param name="database">Injected.</param>
    /// <param name="schema">Injected.</param>
    /// <param name="cancellationToken">Injected.</param>
    public static async Task<Results<Ok<RunListResponse>, ProblemHttpResult>> HandleAsync(
        string? status,
        string? pipeline,
        string[]? label,
        string? since,
        string? cursor,
        string? limit,
        RequestProjects projects,
        NpgsqlDataSource database,
        JournalSchema schema,
        CancellationToken cancellationToken)
    {
        var filter = RunFilter.Parse(projects.Filter, status, pipeline, label, since, cursor, limit ?? DefaultLimit.ToString(CultureInfo.InvariantCulture), MaxLimit);
        if (!filter.IsSuccess)
            return ApiProblems.From(filter.Problems);

        var runs = await QueryAsync(filter.Value, database, schema, cancellationToken);
        var hasMore = runs.Count > filter.Value.Limit;
        if (hasMore)
            runs.RemoveAt(runs.Count - 1);
        return TypedResults.Ok(new RunListResponse(runs, hasMore ? RunCursor.After(runs[^1]) : null));
    }

    private static async Task<List<RunSummaryResponse>> QueryAsync(
        RunFilter filter, NpgsqlDataSource database, JournalSchema schema, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand(Sql(filter, schema));
        foreach (var value in filter.Values)
            command.Parameters.AddWithValue(value);

        var runs = new List<RunSummaryResponse>();
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
            runs.Add(Read(reader));
        return runs;
    }

    private static string Sql(RunFilter filter, JournalSchema schema)
    {
        var sql = new StringBuilder($"""
            select {Columns} from {schema.Name}.runs
            """);
        for (var i = 0; i < filter.Conditions.Count; i++)
            sql.Append(i == 0 ? " where " : " and ").Append(filter.Conditions[i]);
        return sql.Append(CultureInfo.InvariantCulture, $" order by created_at desc, id desc limit {filter.Limit + 1}").ToString();
    }

    /// <param name="row">Of <see cref="Columns"/>.</param>
    public static RunSummaryResponse Read(NpgsqlDataReader row) => new(
        row.GetGuid(0),
        row.GetString(1),
        row.GetString(2),
        row.IsDBNull(3) ? null : row.GetInt32(3),
        StatusNames.Parse(row.GetString(4))!.Value,
        JsonSerializer.Deserialize(row.GetString(5), JournalJson.Default.IReadOnlyDictionaryStringString)!,
        row.GetString(6),
        row.IsDBNull(7) ? null : row.GetString(7),
        row.IsDBNull(8) ? null : row.GetString(8),
        row.GetFieldValue<DateTimeOffset>(9),
        row.IsDBNull(10) ? null : row.GetFieldValue<DateTimeOffset>(10),
        row.IsDBNull(11) ? null : row.GetFieldValue<DateTimeOffset>(11),
        row.IsDBNull(12) ? null : row.GetString(12));
}
