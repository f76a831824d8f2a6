using System.Globalization;
using Monolith.Kernel;
using Monolith.Pipelines.Api.Runs;
using Monolith.Pipelines.Journal.Items;

namespace Monolith.Pipelines.Api.DeadLetters;

/// <summary>Which dead letters a caller asks for; one look into the table a kind.</summary>
internal static class DeadLetterFilter
{
    private const string Stage = "stage";
    private const string Notification = "notification";
    private const int MaxLimit = 500;

    /// <returns>What to look for, each with one more than the limit; or every parameter that is wrong.</returns>
    public static Result<(int Limit, IReadOnlyList<RunItemFilter> Looks)> Parse(string? status, string? kind, string? runId, string? cursor, string limit)
    {
        var problems = new List<Problem>();
        var run = default(Guid?);
        var after = default((DateTimeOffset, Guid)?);
        if (status is not (null or DeadLetterItems.Open or DeadLetterItems.Replayed))
            problems.Add(Wrong("status", $"'{status}' is none of {DeadLetterItems.Open}, {DeadLetterItems.Replayed}."));
        if (kind is not (null or Stage or Notification))
            problems.Add(Wrong("kind", $"'{kind}' is none of {Stage}, {Notification}."));
        if (runId is not null && (run = Guid.TryParse(runId, out var id) ? id : null) is null)
            problems.Add(Wrong("runId", $"'{runId}' is not the id of a run, a UUID."));
        if (cursor is not null && (after = RunCursor.Parse(cursor)) is null)
            problems.Add(Wrong("cursor", "Give the nextCursor of the page before, unchanged."));
        if (!int.TryParse(limit, NumberStyles.None, CultureInfo.InvariantCulture, out var count) || count < 1 || count > MaxLimit)
            problems.Add(Wrong("limit", $"Give a whole number from 1 to {MaxLimit}."));
        if (problems.Count > 0)
            return Result<(int, IReadOnlyList<RunItemFilter>)>.Failed(problems);

        var looks = new List<RunItemFilter>();
        if (kind is null or Stage)
            looks.Add(Look(RunItemKinds.DeadLetter, status is null ? null : [status]));
        // A notification that was replayed is one like any other again.
        if (kind is null or Notification && status is null or DeadLetterItems.Open)
            looks.Add(Look(RunItemKinds.Notification, [DeadLetterViews.DeadNotification]));
        return (count, looks);

        RunItemFilter Look(string of, IReadOnlyList<string>? statuses) => new(of, count + 1) { Statuses = statuses, RunId = run, After = after };
    }

    private static Problem Wrong(string path, string message) => new(ErrorCodes.ValidationError, message, path);
}
