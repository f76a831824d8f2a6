using Monolith.Kernel;
using Monolith.Pipelines.Api.Items;
using Monolith.Pipelines.Journal.Items;

namespace Monolith.Pipelines.Api.DeadLetters;

/// <summary>Which dead letters a caller asks for; one look into the table a kind.</summary>
internal static class DeadLetterFilter
{
    private const string Stage = "stage";
    private const string Notification = "notification";

    /// <returns>What to look for, each with one more than the limit; or every parameter that is wrong.</returns>
    public static Result<(int Limit, IReadOnlyList<RunItemFilter> Looks)> Parse(string[]? projects, string? status, string? kind, string? runId, string? cursor, string limit)
    {
        var problems = new List<Problem>();
        if (status is not (null or DeadLetterItems.Open or DeadLetterItems.Replayed))
            problems.Add(ItemPlace.Wrong("status", $"'{status}' is none of {DeadLetterItems.Open}, {DeadLetterItems.Replayed}."));
        if (kind is not (null or Stage or Notification))
            problems.Add(ItemPlace.Wrong("kind", $"'{kind}' is none of {Stage}, {Notification}."));
        var place = ItemPlace.Parse(runId, cursor, limit, problems);
        if (problems.Count > 0)
            return Result<(int, IReadOnlyList<RunItemFilter>)>.Failed(problems);

        var looks = new List<RunItemFilter>();
        if (kind is null or Stage)
            looks.Add(Look(RunItemKinds.DeadLetter, status is null ? null : [status]));
        // A notification that was replayed is one like any other again.
        if (kind is null or Notification && status is null or DeadLetterItems.Open)
            looks.Add(Look(RunItemKinds.Notification, [DeadLetterViews.DeadNotification]));
        return (place.Limit, looks);

        RunItemFilter Look(string of, IReadOnlyList<string>? statuses) => new(of, place.Limit + 1) { Statuses = statuses, Projects = projects, RunId = place.RunId, After = place.After };
    }
}
