namespace Monolith.Access.Audit.Http;

/// <summary>A page of the audit trail.</summary>
/// <param name="Entries">The newest first.</param>
/// <param name="NextCursor">For the page after this; null for the last.</param>
public sealed record AuditListResponse(IReadOnlyList<AuditEntryResponse> Entries, string? NextCursor);

/// <summary>Who did what to what.</summary>
/// <param name="Number">From 1, without a gap.</param>
/// <param name="At">When it was done.</param>
/// <param name="Action">Such as <c>run.start</c>.</param>
/// <param name="Who">The name of the key or the token's claim; <c>host</c> for the host itself.</param>
/// <param name="How">Key, Token, Cookie, or Anonymous.</param>
/// <param name="From">The address.</param>
/// <param name="Subject">An id or a name.</param>
/// <param name="Result">A status code; <c>asked</c> before it is done; or a word.</param>
/// <param name="Request">Method and path.</param>
/// <param name="RequestId">By which log lines are found.</param>
/// <param name="Host">That wrote it.</param>
/// <param name="Detail">What else is known.</param>
/// <param name="Previous">The hash of the entry before; zeros for the first.</param>
/// <param name="Hash">SHA-256 over the line before this member.</param>
public sealed record AuditEntryResponse(
    long Number,
    DateTimeOffset At,
    string Action,
    string Who,
    string? How,
    string? From,
    string? Subject,
    string? Result,
    string? Request,
    string? RequestId,
    string Host,
    IReadOnlyDictionary<string, string>? Detail,
    string Previous,
    string Hash);
