using Monolith.Secrets.Storing;

namespace Monolith.Secrets.Api;

/// <summary>The secrets.</summary>
/// <param name="Secrets">Those of the configuration, then the stored ones by project and name.</param>
internal sealed record SecretListResponse(IReadOnlyList<SecretResponse> Secrets);

/// <summary>A secret without its value.</summary>
/// <param name="Name">As stages declare it.</param>
/// <param name="Source"><c>configuration</c>: the operator's, for all projects; <c>stored</c>: the project's own.</param>
/// <param name="Project">Of a stored one.</param>
/// <param name="Version">Of a stored one: from 1, one more with each value.</param>
/// <param name="CreatedAt">UTC, of a stored one: its first value.</param>
/// <param name="CreatedBy">Who stored the first value.</param>
/// <param name="UpdatedAt">UTC, of a stored one: its present value.</param>
/// <param name="UpdatedBy">Who stored the present value.</param>
internal sealed record SecretResponse(
    string Name, string Source, string? Project, int? Version, DateTimeOffset? CreatedAt, string? CreatedBy, DateTimeOffset? UpdatedAt, string? UpdatedBy)
{
    public static SecretResponse Of(StoredSecret secret) => new(
        secret.Name, "stored", secret.Project, secret.Version, secret.Created.At, secret.Created.By, secret.Updated.At, secret.Updated.By);

    public static SecretResponse OfConfiguration(string name) => new(name, "configuration", null, null, null, null, null, null);
}

/// <summary>What a rotation did.</summary>
/// <param name="Count">Secrets that are encrypted by the new key now.</param>
/// <param name="Unreadable">Those that could not be read, and are as they were, as <c>project/name</c>.</param>
internal sealed record RotateSecretsResponse(int Count, IReadOnlyList<string> Unreadable);
