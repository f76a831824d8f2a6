using System.Globalization;
using Monolith.Kernel;
using Monolith.Pipelines.Api.Runs;

namespace Monolith.Pipelines.Api.Items;

/// <summary>What every list of items may be asked for: one run's, and which page.</summary>
/// <param name="RunId">Null for all runs.</param>
/// <param name="After">The last one of the page before; null for the first page.</param>
/// <param name="Limit">How many a page has.</param>
internal readonly record struct ItemPlace(Guid? RunId, (DateTimeOffset CreatedAt, Guid Id)? After, int Limit)
{
    private const int MaxLimit = 500;

    /// <param name="runId">As it was asked for.</param>
    /// <param name="cursor">Likewise.</param>
    /// <param name="limit">Likewise; 50 when absent.</param>
    /// <param name="problems">Gets whatever is wrong.</param>
    public static ItemPlace Parse(string? runId, string? cursor, string? limit, List<Problem> problems)
    {
        var run = default(Guid?);
        var after = default((DateTimeOffset, Guid)?);
        if (runId is not null && (run = Guid.TryParse(runId, out var id) ? id : null) is null)
            problems.Add(Wrong("runId", $"'{runId}' is not the id of a run, a UUID."));
        if (cursor is not null && (after = RunCursor.Parse(cursor)) is null)
            problems.Add(Wrong("cursor", "Give the nextCursor of the page before, unchanged."));
        if (!int.TryParse(limit ?? "50", NumberStyles.None, CultureInfo.InvariantCulture, out var count) || count is < 1 or > MaxLimit)
            problems.Add(Wrong("limit", $"Give a whole number from 1 to {MaxLimit}."));
        return new ItemPlace(run, after, count);
    }

    public static Problem Wrong(string path, string message) => new(ErrorCodes.ValidationError, message, path);
}
