using Monolith.Kernel;
using Monolith.Secrets.Contracts;
using Monolith.Secrets.Rings;
using Monolith.Secrets.Storing;

namespace Monolith.Secrets.Finding;

/// <summary>Configuration, then table.</summary>
internal sealed class SecretFinder(ConfiguredSecrets configured, SecretTable table, SecretVault vault, IEnumerable<ISecretListener> listeners) : ISecrets
{
    public async Task<Result<string?>> FindAsync(string project, string name, CancellationToken cancellationToken)
    {
        if (configured.Find(name) is { } given)
            return given;
        if (await table.FindAsync(project, name, cancellationToken) is not { } stored)
            return (string?)null;
        var value = vault.Decrypt(stored);
        if (!value.IsSuccess)
            return Result<string?>.Failed(value.Problems);
        foreach (var listener in listeners)
            listener.Learn(value.Value);
        return value.Value;
    }
}
