using Microsoft.Extensions.Logging;
using Monolith.Kernel;
using Monolith.Secrets.Rings;

namespace Monolith.Secrets.Storing;

/// <summary>
/// Encrypts every value anew by a new key. Each row is changed by itself, and only if nobody changed it since: a host that dies in the middle leaves
/// some by the old key, which stays, and who asks again does them too.
/// </summary>
internal sealed partial class SecretRotation(SecretTable table, SecretVault vault, TimeProvider time, ILogger<SecretRotation> log)
{
    public async Task<Result<RotatedSecrets>> RotateAsync(CancellationToken cancellationToken)
    {
        var opened = vault.Open();
        if (!opened.IsSuccess)
            return Result<RotatedSecrets>.Failed(opened.Problems);
        opened.Value.MakeKey(time.GetUtcNow());

        var (done, unreadable) = (0, new List<string>());
        foreach (var secret in await table.ListAsync(projects: null, cancellationToken))
        {
            var isDone = await RotateAsync(opened.Value, secret.Project, secret.Name, cancellationToken);
            if (isDone == true)
                done++;
            else if (isDone == false)
                unreadable.Add($"{secret.Project}/{secret.Name}");
        }

        Rotated(log, done, unreadable.Count);
        return new RotatedSecrets(done, unreadable);
    }

    /// <returns>False when it cannot be read; null when it is gone.</returns>
    private async Task<bool?> RotateAsync(SecretRing ring, string project, string name, CancellationToken cancellationToken)
    {
        while (await table.FindAsync(project, name, cancellationToken) is { } secret)
        {
            var value = vault.Decrypt(secret);
            if (!value.IsSuccess)
                return false;
            if (await table.EncryptAnewAsync(secret, ring.Encrypt(project, name, value.Value), cancellationToken))
                return true;
        }

        return null;
    }

    [LoggerMessage(1, LogLevel.Information, "{Count} stored secrets are encrypted by a new key; {Unreadable} could not be read")]
    private static partial void Rotated(ILogger log, int count, int unreadable);
}

/// <summary>What a rotation did.</summary>
/// <param name="Count">Secrets that are encrypted by the new key.</param>
/// <param name="Unreadable">Those that could not be read, and are as they were: project/name.</param>
internal sealed record RotatedSecrets(int Count, IReadOnlyList<string> Unreadable);
