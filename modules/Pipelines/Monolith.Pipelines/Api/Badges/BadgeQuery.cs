using Monolith.Pipelines.Journal;
using Npgsql;

namespace Monolith.Pipelines.Api.Badges;

/// <summary>How a pipeline stands: by its newest run that ended well or badly; running when there is none yet and one goes on. Cancelled runs say nothing.</summary>
internal sealed class BadgeQuery(NpgsqlDataSource database, JournalSchema schema)
{
    /// <summary>Older runs are not looked at: a badge must stay cheap.</summary>
    private const int Newest = 200;

    public async Task<BadgeState> FindAsync(string project, string name, string? branch, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand($"""
            select status from (
                select status, finished_at, created_at, id from {schema.Name}.runs
                where project = $1 and pipeline = $2 and ($3::text is null or branch = $3)
                order by created_at desc, id desc limit {Newest}) newest
            where status in ('success', 'failed') or finished_at is null
            order by finished_at is null, created_at desc, id desc limit 1
            """);
        command.Parameters.AddWithValue(project);
        command.Parameters.AddWithValue(name);
        command.Parameters.Add(new NpgsqlParameter<string?> { TypedValue = branch });
        return await command.ExecuteScalarAsync(cancellationToken) switch
        {
            "success" => BadgeState.Passing,
            "failed" => BadgeState.Failing,
            string => BadgeState.Running,
            _ => BadgeState.Unknown,
        };
    }
}
