namespace Monolith.Pipelines.Api.DeadLetters;

/// <summary>A page of dead letters, newest first.</summary>
/// <param name="DeadLetters">At most <c>limit</c> of them.</param>
/// <param name="NextCursor">Give it as <c>cursor</c> for the next page; absent on the last.</param>
internal sealed record DeadLetterListResponse(IReadOnlyList<DeadLetterResponse> DeadLetters, string? NextCursor);

/// <summary>Something that exhausted its tries.</summary>
/// <param name="Id">UUID.</param>
/// <param name="Kind">stage or notification.</param>
/// <param name="Status">open, or replayed: it was done again since, whatever came of it.</param>
/// <param name="RunId">The run it is of.</param>
/// <param name="Stage">The stage; absent for a notification about the whole run.</param>
/// <param name="Code">Of a stage: the stable code of its last failure.</param>
/// <param name="Message">Why the last try failed.</param>
/// <param name="Attempts">How many tries there were.</param>
/// <param name="Pipeline">Of a stage: the run's pipeline.</param>
/// <param name="Agent">Of a stage: who did it; absent when it was no agent.</param>
/// <param name="Action">Of a stage: what was asked of the agent.</param>
/// <param name="Address">Of a notification: where it was to go.</param>
/// <param name="Event">Of a notification: what it tells of.</param>
/// <param name="CreatedAt">UTC; of a stage when it failed, of a notification when it came up.</param>
internal sealed record DeadLetterResponse(
    Guid Id,
    DeadLetterKind Kind,
    string Status,
    Guid RunId,
    string? Stage,
    string? Code,
    string? Message,
    int? Attempts,
    string? Pipeline,
    string? Agent,
    string? Action,
    string? Address,
    string? Event,
    DateTimeOffset CreatedAt);

/// <summary>What may exhaust its tries.</summary>
internal enum DeadLetterKind
{
    /// <summary>A stage of a run.</summary>
    Stage,

    /// <summary>A message to somebody outside.</summary>
    Notification,
}
