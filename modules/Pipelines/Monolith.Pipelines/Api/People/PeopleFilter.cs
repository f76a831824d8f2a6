using System.Globalization;
using System.Text.Json.Nodes;
using Monolith.Kernel;
using Monolith.Pipelines.Api.Runs;
using Monolith.Pipelines.Journal.Items;

namespace Monolith.Pipelines.Api.People;

/// <summary>Which decisions or clarifications a caller asks for.</summary>
internal static class PeopleFilter
{
    private const int MaxLimit = 500;

    /// <returns>What to look for, with one more than the limit; or every parameter that is wrong.</returns>
    public static Result<RunItemFilter> Parse(
        string kind, IReadOnlyList<string> statuses, string? status, string? runId, string? cursor, string? limit, JsonObject? holds = null)
    {
        var problems = new List<Problem>();
        var run = default(Guid?);
        var after = default((DateTimeOffset, Guid)?);
        var wanted = status?.Split(',', StringSplitOptions.TrimEntries);
        foreach (var unknown in (wanted ?? []).Where(one => !statuses.Contains(one)))
            problems.Add(Wrong("status", $"'{unknown}' is none of {string.Join(", ", statuses)}."));
        if (runId is not null && (run = Guid.TryParse(runId, out var id) ? id : null) is null)
            problems.Add(Wrong("runId", $"'{runId}' is not the id of a run, a UUID."));
        if (cursor is not null && (after = RunCursor.Parse(cursor)) is null)
            problems.Add(Wrong("cursor", "Give the nextCursor of the page before, unchanged."));
        if (!int.TryParse(limit ?? "50", NumberStyles.None, CultureInfo.InvariantCulture, out var count) || count is < 1 or > MaxLimit)
            problems.Add(Wrong("limit", $"Give a whole number from 1 to {MaxLimit}."));
        return problems.Count > 0
            ? Result<RunItemFilter>.Failed(problems)
            : new RunItemFilter(kind, count + 1) { Statuses = wanted, RunId = run, After = after, DataHolds = holds is { Count: > 0 } ? holds.ToJsonString() : null };
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

    private static Problem Wrong(string path, string message) => new(ErrorCodes.ValidationError, message, path);
}
