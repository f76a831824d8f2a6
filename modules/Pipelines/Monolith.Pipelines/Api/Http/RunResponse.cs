using System.Text.Json;
using Monolith.Pipelines.Contracts;

namespace Monolith.Pipelines.Api.Http;

/// <summary>A run in full.</summary>
/// <param name="Id">UUID, ordered by time.</param>
/// <param name="Project">Whose it is.</param>
/// <param name="Pipeline">The definition's name.</param>
/// <param name="PipelineVersion">The stored version; absent for a definition that came with the request.</param>
/// <param name="Status">Where it stands.</param>
/// <param name="Version">How many events it has; grows with every change.</param>
/// <param name="Inputs">As given, defaults filled in.</param>
/// <param name="Labels">The caller's own.</param>
/// <param name="Trigger">manual, webhook, schedule or event.</param>
/// <param name="CommitSha">As given.</param>
/// <param name="Branch">As given.</param>
/// <param name="Priority">Higher goes first among those that wait for room.</param>
/// <param name="ConcurrencyKey">Runs of one key share a limit.</param>
/// <param name="Parent">The run and stage that wait for this one.</param>
/// <param name="ForkOf">The run this one goes on from.</param>
/// <param name="StartedBy">Who asked for it: who signed in, or on a host where nobody does whom the header x-user-id named.</param>
/// <param name="Host">The host that does it, or did last.</param>
/// <param name="CreatedAt">UTC.</param>
/// <param name="StartedAt">UTC; absent while queued.</param>
/// <param name="FinishedAt">UTC; absent until it is over.</param>
/// <param name="DurationMs">From start to end, in milliseconds; absent until it is over.</param>
/// <param name="Error">Why it failed or was cancelled.</param>
/// <param name="Stages">In the definition's order.</param>
internal sealed record RunResponse(
    Guid Id,
    string Project,
    string Pipeline,
    int? PipelineVersion,
    RunStatus Status,
    long Version,
    JsonElement Inputs,
    IReadOnlyDictionary<string, string> Labels,
    string Trigger,
    string? CommitSha,
    string? Branch,
    int Priority,
    string? ConcurrencyKey,
    ParentResponse? Parent,
    Guid? ForkOf,
    string? StartedBy,
    string? Host,
    DateTimeOffset CreatedAt,
    DateTimeOffset? StartedAt,
    DateTimeOffset? FinishedAt,
    double? DurationMs,
    ErrorResponse? Error,
    IReadOnlyList<StageResponse> Stages);

/// <summary>A stage that waits for another run.</summary>
/// <param name="RunId">Its run.</param>
/// <param name="Stage">Its id.</param>
internal sealed record ParentResponse(Guid RunId, string Stage);

/// <summary>Why something failed.</summary>
/// <param name="Code">Stable.</param>
/// <param name="Message">For people.</param>
/// <param name="Stage">Of a run: the first stage that failed.</param>
/// <param name="Category">What it is about: request, agent, model, pipeline or host; absent for a code of a newer version, as are the next ones.</param>
/// <param name="Severity">info, warning, error or critical.</param>
/// <param name="Retryable">Whether the same may succeed later with nothing changed.</param>
/// <param name="Hint">How to get over it.</param>
/// <param name="Link">Where the code is explained, on this host.</param>
internal sealed record ErrorResponse(
    string Code, string Message, string? Stage, string? Category, string? Severity, bool? Retryable, string? Hint, string? Link);
