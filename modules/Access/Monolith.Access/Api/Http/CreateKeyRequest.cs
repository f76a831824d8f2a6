namespace Monolith.Access.Api.Http;

/// <summary>What a new key is to be.</summary>
internal sealed record CreateKeyRequest
{
    /// <summary>The person or program that acts with it, as runs and decisions name them: 1 to 128 letters, digits, and . _ - @ +</summary>
    public string? Name { get; init; }

    /// <summary>One or more of viewer, operator, approver, admin.</summary>
    public IReadOnlyList<string>? Roles { get; init; }

    /// <summary>The projects it is for. Absent: all that whoever asks has, so of an unrestricted admin all there are and will be.</summary>
    public IReadOnlyList<string>? Projects { get; init; }

    /// <summary>UTC; absent for a key that does not expire.</summary>
    public DateTimeOffset? ExpiresAt { get; init; }
}

/// <summary>How a key is to be rotated.</summary>
internal sealed record RotateKeyRequest
{
    /// <summary>How long the present key is taken beside the new one, UTC: a day when absent, at most 30 days; a time that has passed ends it at once.</summary>
    public DateTimeOffset? PreviousUntil { get; init; }
}
