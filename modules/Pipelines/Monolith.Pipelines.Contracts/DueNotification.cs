namespace Monolith.Pipelines.Contracts;

/// <summary>A notification that is to be sent now.</summary>
/// <param name="Id">The same at every attempt.</param>
/// <param name="RunId">The run it tells of.</param>
/// <param name="Address">As the definition gives it: <c>https://...</c>, <c>http://...</c> of this machine, or <c>mailto:...</c>; or a commit that its forge shows the run at, <c>status+github:owner/name@sha</c> or <c>status+gitlab:42@sha</c>.</param>
/// <param name="Type"><c>run.succeeded</c>, <c>run.failed</c>, <c>stage.failed</c> or <c>decision.required</c>; for a commit also <c>run.created</c> and <c>run.cancelled</c>.</param>
/// <param name="At">When it happened, UTC.</param>
/// <param name="Pipeline">The pipeline's name.</param>
/// <param name="Status">The run's status as it happened, as the API writes it.</param>
/// <param name="Stage">The stage it is about, or the first that failed; null for none.</param>
/// <param name="Error">Null for good news.</param>
/// <param name="Attempts">How many attempts failed before this one.</param>
public sealed record DueNotification(
    Guid Id,
    Guid RunId,
    string Address,
    string Type,
    DateTimeOffset At,
    string Pipeline,
    string Status,
    string? Stage,
    NotificationError? Error,
    int Attempts)
{
    /// <summary>The run's project; null for the default one.</summary>
    public string? Project { get; init; }
}

/// <summary>Why a run or stage failed.</summary>
/// <param name="Code">Stable.</param>
/// <param name="Message">For people; secrets are masked.</param>
public sealed record NotificationError(string Code, string Message);
