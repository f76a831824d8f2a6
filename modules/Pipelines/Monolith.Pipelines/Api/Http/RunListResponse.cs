using Monolith.Pipelines.Contracts;

namespace Monolith.Pipelines.Api.Http;

/// <summary>A page of runs, newest first.</summary>
/// <param name="Runs">At most <c>limit</c> of them.</param>
/// <param name="NextCursor">Give it as <c>cursor</c> for the next page; absent on the last.</param>
internal sealed record RunListResponse(IReadOnlyList<RunSummaryResponse> Runs, string? NextCursor);

/// <summary>A run in the list.</summary>
/// <param name="Id">UUID.</param>
/// <param name="Project">Whose it is.</param>
/// <param name="Pipeline">The definition's name.</param>
/// <param name="PipelineVersion">The stored version; absent for a definition that came with the request.</param>
/// <param name="Status">Where it stands.</param>
/// <param name="Labels">The caller's own.</param>
/// <param name="Trigger">manual, webhook, schedule or event.</param>
/// <param name="Branch">As given.</param>
/// <param name="CommitSha">As given.</param>
/// <param name="CreatedAt">UTC.</param>
/// <param name="StartedAt">UTC.</param>
/// <param name="FinishedAt">UTC.</param>
/// <param name="ErrorCode">Why it failed.</param>
internal sealed record RunSummaryResponse(
    Guid Id,
    string Project,
    string Pipeline,
    int? PipelineVersion,
    RunStatus Status,
    IReadOnlyDictionary<string, string> Labels,
    string Trigger,
    string? Branch,
    string? CommitSha,
    DateTimeOffset CreatedAt,
    DateTimeOffset? StartedAt,
    DateTimeOffset? FinishedAt,
    string? ErrorCode);
