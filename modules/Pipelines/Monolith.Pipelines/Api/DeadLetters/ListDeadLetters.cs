using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Monolith.Access.Contracts.Projects;
using Monolith.Pipelines.Api.Http;
using Monolith.Pipelines.Api.Runs;
using Monolith.Pipelines.Journal.Items;

namespace Monolith.Pipelines.Api.DeadLetters;

/// <summary><c>GET /api/v1/dead-letters</c>: newest first, page by page along (created, id).</summary>
internal static class ListDeadLetters
{
    /// <param name="status">open or replayed; both when absent.</param>
    /// <param name="kind">stage or notification; both when absent.</param>
    /// <param name="runId">Of one run only.</param>
    /// <param name="cursor">The nextCursor of the page before.</param>
    /// <param name="limit">1 to 500; 50 when absent.</param>
    /// <param name="projects">Injected.</param>
    /// <param name="items">Injected.</param>
    /// <param name="cancellationToken">Injected.</param>
    public static async Task<Results<Ok<DeadLetterListResponse>, ProblemHttpResult>> HandleAsync(
        string? status, string? kind, string? runId, string? cursor, string? limit, RequestProjects projects, RunItemTable items, CancellationToken cancellationToken)
    {
        var filter = DeadLetterFilter.Parse(projects.Filter, status, kind, runId, cursor, limit ?? "50");
        if (!filter.IsSuccess)
            return ApiProblems.From(filter.Problems);

        var found = new List<StoredRunItem>();
        foreach (var look in filter.Value.Looks)
            found.AddRange(await items.ListAsync(look, cancellationToken));
        // As the table orders them, byte by byte.
        var page = found
            .OrderByDescending(stored => stored.Item.CreatedAt)
            .ThenByDescending(stored => stored.Item.Id.ToString(), StringComparer.Ordinal)
            .Take(filter.Value.Limit)
            .ToList();
        var next = found.Count > page.Count ? RunCursor.After(page[^1].Item.CreatedAt, page[^1].Item.Id) : null;
        return TypedResults.Ok(new DeadLetterListResponse([.. page.Select(stored => stored.View())], next));
    }
}
