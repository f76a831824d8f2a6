using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Monolith.Kernel;
using Monolith.Pipelines.Api.Http;
using Monolith.Pipelines.Journal.Items;

namespace Monolith.Pipelines.Api.DeadLetters;

/// <summary><c>GET /api/v1/dead-letters/{id}</c>.</summary>
internal static class GetDeadLetter
{
    public static async Task<Results<Ok<DeadLetterResponse>, ProblemHttpResult>> HandleAsync(
        Guid id, RunItemTable items, CancellationToken cancellationToken) =>
        await FindAsync(id, items, cancellationToken) is { } stored && (stored.Item.Kind == RunItemKinds.DeadLetter || stored.Item.Status == DeadLetterViews.DeadNotification)
            ? TypedResults.Ok(stored.View())
            : ApiProblems.From(None(id));

    /// <returns>A stage's letter, or a notification whatever its status; null when there is none.</returns>
    public static async Task<StoredRunItem?> FindAsync(Guid id, RunItemTable items, CancellationToken cancellationToken) =>
        await items.FindAsync(RunItemKinds.DeadLetter, id, cancellationToken) ?? await items.FindAsync(RunItemKinds.Notification, id, cancellationToken);

    public static Problem None(Guid id) => new(ErrorCodes.NotFound, $"There is no dead letter {id}.");
}
