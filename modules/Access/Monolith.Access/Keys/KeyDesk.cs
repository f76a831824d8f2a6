using System.Text.RegularExpressions;
using Microsoft.Extensions.Logging;
using Monolith.Access.Contracts;
using Monolith.Access.Contracts.Projects;
using Monolith.Kernel;

namespace Monolith.Access.Keys;

/// <summary>Makes keys, rotates and deletes them. Whoever asks sees a key once; afterwards there is its hash only.</summary>
internal sealed partial class KeyDesk(KeyTable table, KeyRing ring, TimeProvider time, ILogger<KeyDesk> log)
{
    private static readonly TimeSpan UsualOverlap = TimeSpan.FromDays(1);
    private static readonly TimeSpan LongestOverlap = TimeSpan.FromDays(30);

    /// <param name="order">What is wanted.</param>
    /// <param name="by">Who asks.</param>
    /// <param name="within">The projects of whoever asks: a key gets no more.</param>
    /// <param name="cancellationToken">Gives it up.</param>
    public async Task<Result<(string Text, ApiKey Key)>> CreateAsync(KeyOrder order, string by, ProjectScope within, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var roles = RolesOf(order.Roles);
        var projects = KeyProjects.Of(order.Projects, within);
        if (Check(order, roles, now).Concat(projects.Problems).ToList() is { Count: > 0 } problems)
            return Result<(string, ApiKey)>.Failed(problems);
        var id = Guid.NewGuid();
        var text = KeyText.New(id);
        var key = new ApiKey(id, order.Name!, roles!, KeyText.Hash(text), now, by) { ExpiresAt = order.ExpiresAt, Projects = projects.Value };
        await table.AddAsync(key, cancellationToken);
        Log.Created(log, id, key.Name, string.Join(", ", roles!), by);
        return (text, key);
    }

    /// <param name="id">Of the key.</param>
    /// <param name="previousUntil">How long the present key is taken beside the new one: a day when null, 30 days at most.</param>
    /// <param name="by">Who asks.</param>
    /// <param name="cancellationToken">Gives it up.</param>
    public async Task<Result<(string Text, ApiKey Key)>> RotateAsync(Guid id, DateTimeOffset? previousUntil, string by, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        if (previousUntil > now + LongestOverlap)
            return new Problem(ErrorCodes.ValidationError, $"Give a time within the next {LongestOverlap.Days} days.", "previousUntil");
        var text = KeyText.New(id);
        var key = await table.RotateAsync(id, KeyText.Hash(text), previousUntil ?? now + UsualOverlap, cancellationToken);
        ring.Forget(id);
        if (key is null)
            return None(id);
        Log.Rotated(log, id, key.Name, by);
        return (text, key);
    }

    /// <returns>Null when it is done.</returns>
    public async Task<Problem?> DeleteAsync(Guid id, string by, CancellationToken cancellationToken)
    {
        var was = await table.DeleteAsync(id, cancellationToken);
        ring.Forget(id);
        if (!was)
            return None(id);
        Log.Deleted(log, id, by);
        return null;
    }

    private static List<AccessRole>? RolesOf(IReadOnlyList<string>? names)
    {
        var roles = names?.Select(name => Enum.GetValues<AccessRole>().Cast<AccessRole?>().FirstOrDefault(role => role.ToString()!.Equals(name, StringComparison.OrdinalIgnoreCase))).ToList();
        return roles is null || roles.Contains(null) ? null : [.. roles.OfType<AccessRole>().Distinct().Order()];
    }

    private static IEnumerable<Problem> Check(KeyOrder order, List<AccessRole>? roles, DateTimeOffset now)
    {
        if (order.Name is null || !Name().IsMatch(order.Name))
            yield return new Problem(ErrorCodes.ValidationError, "Give the person or program that acts with the key: 1 to 128 letters, digits, and . _ - @ +", "name");
        if (roles is not { Count: > 0 })
            yield return new Problem(ErrorCodes.ValidationError, "Give one or more of viewer, operator, approver, admin.", "roles");
        if (order.ExpiresAt <= now)
            yield return new Problem(ErrorCodes.ValidationError, "Give a time to come, or none for a key that does not expire.", "expiresAt");
    }

    private static Problem None(Guid id) => new(ErrorCodes.NotFound, $"There is no key {id}. GET /api/v1/keys lists them.");

    [GeneratedRegex(@"\A[\p{L}\p{N}._@+-]{1,128}\z", RegexOptions.CultureInvariant)]
    private static partial Regex Name();

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Information, "Key {Id} of {Name} ({Roles}) was made by {By}")]
        public static partial void Created(ILogger log, Guid id, string name, string roles, string by);

        [LoggerMessage(2, LogLevel.Information, "Key {Id} of {Name} was rotated by {By}")]
        public static partial void Rotated(ILogger log, Guid id, string name, string by);

        [LoggerMessage(3, LogLevel.Information, "Key {Id} was deleted by {By}")]
        public static partial void Deleted(ILogger log, Guid id, string by);
    }
}

/// <summary>What is wanted of a new key.</summary>
/// <param name="Name">Who acts with it.</param>
/// <param name="Roles">By name.</param>
/// <param name="ExpiresAt">Null for never.</param>
/// <param name="Projects">Null for all that whoever asks has.</param>
internal sealed record KeyOrder(string? Name, IReadOnlyList<string>? Roles, DateTimeOffset? ExpiresAt, IReadOnlyList<string>? Projects);
