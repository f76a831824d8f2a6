using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Monolith.Kernel;
using Monolith.Pipelines.Api.Http;
using Monolith.Pipelines.Engine;
using Monolith.Pipelines.Journal.Items;
using Monolith.Pipelines.Runs.Commands;

namespace Monolith.Pipelines.Api.DeadLetters;

/// <summary><c>POST /api/v1/dead-letters/{id}/replay</c>: asked again, it changes nothing more.</summary>
internal sealed class ReplayDeadLetter(RunItemTable items, RunEngine engine, HostIdentity host, TimeProvider time)
{
    public static Task<Results<Ok<DeadLetterResponse>, ProblemHttpResult>> HandleAsync(
        Guid id, ReplayDeadLetter replay, CancellationToken cancellationToken) => replay.DoAsync(id, cancellationToken);

    private async Task<Results<Ok<DeadLetterResponse>, ProblemHttpResult>> DoAsync(Guid id, CancellationToken cancellationToken)
    {
        if (await GetDeadLetter.FindAsync(id, items, cancellationToken) is not { } letter)
            return ApiProblems.From(GetDeadLetter.None(id));
        if (letter.Item.Kind == RunItemKinds.Notification)
            return await SendAgainAsync(letter, cancellationToken);
        if (letter.Item.Status == DeadLetterItems.Replayed)
            return TypedResults.Ok(letter.View());

        // The letter becomes replayed in the commit of the retry.
        var answer = await engine.AskAsync(letter.RunId, new RetryRun(letter.Item.Stage, host.Id, host.Name, time.GetUtcNow()), cancellationToken);
        var now = await items.FindAsync(RunItemKinds.DeadLetter, id, cancellationToken);
        // Refused because somebody else was quicker is what was wanted.
        return now is { Item.Status: DeadLetterItems.Replayed } ? TypedResults.Ok(now.View())
            : answer.IsSuccess ? ApiProblems.From(GetDeadLetter.None(id))
            : ApiProblems.From(answer.Problems);
    }

    private async Task<Results<Ok<DeadLetterResponse>, ProblemHttpResult>> SendAgainAsync(StoredRunItem letter, CancellationToken cancellationToken)
    {
        var item = letter.Item;
        await items.MoveAsync(item.Id, DeadLetterViews.DeadNotification, "pending", item.Data, time.GetUtcNow(), cancellationToken);
        return TypedResults.Ok((letter with { Item = item with { Status = "pending" } }).View());
    }
}
