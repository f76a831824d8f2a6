using System.Text.Json.Nodes;
using Monolith.Kernel;
using Monolith.Pipelines.Api.Items;
using Monolith.Pipelines.Api.Runs;
using Monolith.Pipelines.Journal.Items;

namespace Monolith.Pipelines.Api.People;

/// <summary>Which decisions or clarifications a caller asks for.</summary>
internal static class PeopleFilter
{
    /// <returns>What to look for, with one more than the limit; or every parameter that is wrong.</returns>
    public static Result<RunItemFilter> Parse(
        string kind, string[]? projects, IReadOnlyList<string> statuses, string? status, string? runId, string? cursor, string? limit, JsonObject? holds = null)
    {
        var problems = new List<Problem>();
        var wanted = status?.Split(',', StringSplitOptions.TrimEntries);
        foreach (var unknown in (wanted ?? []).Where(one => !statuses.Contains(one)))
            problems.Add(ItemPlace.Wrong("status", $"'{unknown}' is none of {string.Join(", ", statuses)}."));
        var place = ItemPlace.Parse(runId, cursor, limit, problems);
        return problems.Count > 0
            ? Result<RunItemFilter>.Failed(problems)
            : new RunItemFilter(kind, place.Limit + 1) { Statuses = wanted, Projects = projects, RunId = place.RunId, After = place.After, DataHolds = holds is { Count: > 0 } ? holds.ToJsonString() : null };
    }

    /// <returns>The page, and the cursor of the next one.</returns>
    public static async Task<(List<StoredRunItem> Page, string? Next)> PageAsync(RunItemTable items, RunItemFilter filter, CancellationToken cancellationToken)
    {
        var found = await items.ListAsync(filter, cancellationToken);
        if (found.Count < filter.Limit)
            return (found, null);
        found.RemoveAt(found.Count - 1);
        return (found, RunCursor.After(found[^1].Item.CreatedAt, found[^1].Item.Id));
    }
}
