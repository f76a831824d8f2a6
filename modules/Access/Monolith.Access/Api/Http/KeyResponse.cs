using Monolith.Access.Contracts;
using Monolith.Access.Keys;

namespace Monolith.Access.Api.Http;

/// <summary>The keys.</summary>
/// <param name="Keys">The oldest first.</param>
internal sealed record KeyListResponse(IReadOnlyList<KeyResponse> Keys);

/// <summary>A key, without the key itself.</summary>
/// <param name="Id">Stays the same when it is rotated.</param>
/// <param name="Name">The person or program that acts with it.</param>
/// <param name="Roles">What it may do.</param>
/// <param name="Projects">What it is for; absent for all.</param>
/// <param name="CreatedAt">UTC.</param>
/// <param name="CreatedBy">Who made it.</param>
/// <param name="ExpiresAt">UTC; absent when it does not expire.</param>
/// <param name="PreviousUntil">UTC; until then the key before the last rotation is taken too.</param>
/// <param name="LastUsedAt">UTC, to about a minute; absent until it is used.</param>
internal sealed record KeyResponse(
    Guid Id,
    string Name,
    IReadOnlyList<AccessRole> Roles,
    IReadOnlyList<string>? Projects,
    DateTimeOffset CreatedAt,
    string CreatedBy,
    DateTimeOffset? ExpiresAt,
    DateTimeOffset? PreviousUntil,
    DateTimeOffset? LastUsedAt)
{
    public static KeyResponse Of(ApiKey key) =>
        new(key.Id, key.Name, key.Roles, key.Projects, key.CreatedAt, key.CreatedBy, key.ExpiresAt, key.PreviousUntil, key.LastUsedAt);
}

/// <summary>A key that was just made.</summary>
/// <param name="Key">The key itself: it is shown this once.</param>
/// <param name="About">What is kept of it.</param>
internal sealed record NewKeyResponse(string Key, KeyResponse About)
{
    public static NewKeyResponse Of(string text, ApiKey key) => new(text, KeyResponse.Of(key));
}
