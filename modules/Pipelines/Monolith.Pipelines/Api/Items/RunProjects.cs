using Monolith.Access.Contracts.Projects;
using Monolith.Pipelines.Journal;
using Npgsql;

namespace Monolith.Pipelines.Api.Items;

/// <summary>Whose a run is, or what is listed apart from it. Asked for callers restricted to projects only.</summary>
internal sealed class RunProjects(ProjectItem item, NpgsqlDataSource database, JournalSchema schema) : IItemProjects
{
    private readonly string table = item == ProjectItem.Run ? "runs" : "run_items";

    public ProjectItem Item => item;

    public async Task<IReadOnlyList<string>?> FindAsync(Guid id, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand($"select project from {schema.Name}.{table} where id = $1");
        command.Parameters.AddWithValue(id);
        return await command.ExecuteScalarAsync(cancellationToken) is string project ? [project] : null;
    }
}
