using System.Text;
using Microsoft.Extensions.Logging;
using Monolith.Kernel;
using Monolith.Secrets.Contracts;
using Monolith.Secrets.Finding;
using Monolith.Secrets.Rings;

namespace Monolith.Secrets.Storing;

/// <summary>Stores and deletes secrets. Nobody is told a value here.</summary>
internal sealed partial class SecretDesk(
    SecretTable table, SecretVault vault, ConfiguredSecrets configured, IEnumerable<ISecretListener> listeners, TimeProvider time, ILogger<SecretDesk> log)
{
    public const int MaxBytes = 64 << 10;

    public async Task<Result<StoredSecret>> PutAsync(string project, string name, string? value, string by, CancellationToken cancellationToken)
    {
        if (Faults(name, value).ToList() is { Count: > 0 } faults)
            return Result<StoredSecret>.Failed(faults);
        if (configured.Find(name) is not null)
            return new Problem(ErrorCodes.Conflict, $"The configuration has a secret '{name}', which is for all projects and would be taken in place of yours. Give yours another name.", "name");
        foreach (var listener in listeners)
            listener.Learn(value!);
        var ring = vault.Open();
        if (!ring.IsSuccess)
            return Result<StoredSecret>.Failed(ring.Problems);
        var stored = await table.PutAsync(project, name, ring.Value.Encrypt(project, name, value!), new Stamp(time.GetUtcNow(), by), cancellationToken);
        Stored(log, name, project, stored.Version, by);
        return stored;
    }

    /// <returns>Null when it is done.</returns>
    public async Task<Problem?> DeleteAsync(string project, string name, string by, CancellationToken cancellationToken)
    {
        if (!await table.DeleteAsync(project, name, cancellationToken))
            return new Problem(ErrorCodes.NotFound, $"The project '{project}' has stored no secret '{name}'. GET /api/v1/secrets lists them; those of the configuration are the operator's.");
        Deleted(log, name, project, by);
        return null;
    }

    private static IEnumerable<Problem> Faults(string name, string? value)
    {
        if (!SecretName.IsValid(name))
            yield return new Problem(ErrorCodes.ValidationError, $"It is no name of a secret. {SecretName.Rule}", "name");
        if (string.IsNullOrEmpty(value))
            yield return new Problem(ErrorCodes.ValidationError, "Give the secret, a text that is not empty.", "value");
        else if (Encoding.UTF8.GetByteCount(value) > MaxBytes)
            yield return new Problem(ErrorCodes.ValidationError, $"The secret is larger than {MaxBytes >> 10} KiB, the most that is stored.", "value");
    }

    [LoggerMessage(1, LogLevel.Information, "Secret {Name} of the project {Project} is of version {Version} now, stored by {By}")]
    private static partial void Stored(ILogger log, string name, string project, int version, string by);

    [LoggerMessage(2, LogLevel.Information, "Secret {Name} of the project {Project} was deleted by {By}")]
    private static partial void Deleted(ILogger log, string name, string project, string by);
}
