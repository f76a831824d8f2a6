using System.Security.Cryptography;
using Monolith.Access.Contracts;
using Monolith.Access.Contracts.Projects;

namespace Monolith.Access.Keys;

/// <summary>A key as the host knows it: not the key itself.</summary>
/// <param name="Id">Stays the same when the key is rotated.</param>
/// <param name="Name">Who acts with it: the person or program that runs and decisions name. Several keys may be one person's.</param>
/// <param name="Roles">What it may do.</param>
/// <param name="Hash">SHA-256 of the key.</param>
/// <param name="CreatedAt">When it was made.</param>
/// <param name="CreatedBy">Who made it.</param>
internal sealed record ApiKey(Guid Id, string Name, IReadOnlyList<AccessRole> Roles, byte[] Hash, DateTimeOffset CreatedAt, string CreatedBy)
{
    /// <summary>What it is for; null for all projects.</summary>
    public IReadOnlyList<string>? Projects { get; init; }

    public ProjectScope Scope => Projects is null ? ProjectScope.All : ProjectScope.Of(Projects);

    /// <summary>Of the key before the last rotation, which is taken until <see cref="PreviousUntil"/>.</summary>
    public byte[]? PreviousHash { get; init; }

    public DateTimeOffset? PreviousUntil { get; init; }

    public DateTimeOffset? ExpiresAt { get; init; }

    /// <summary>To about a minute.</summary>
    public DateTimeOffset? LastUsedAt { get; init; }

    /// <returns>Whether the hash is this key's, or its predecessor's while that is taken; the time it takes says nothing of how much fits.</returns>
    public bool IsOpenedBy(ReadOnlySpan<byte> hash, DateTimeOffset now)
    {
        var isCurrent = CryptographicOperations.FixedTimeEquals(hash, Hash);
        var isPrevious = CryptographicOperations.FixedTimeEquals(hash, PreviousHash ?? []) && now < PreviousUntil;
        return (isCurrent | isPrevious) && !(now >= ExpiresAt);
    }
}
