namespace Monolith.Access.Contracts.Audit;

/// <summary>Signs with the installation's key, the one that evidence is signed with.</summary>
public interface IInstallationSigner
{
    /// <param name="bytes">What is signed.</param>
    /// <param name="cancellationToken">Gives it up.</param>
    /// <returns>The public key as SubjectPublicKeyInfo, and the signature: ECDSA over P-256 with SHA-256, in DER.</returns>
    Task<(byte[] PublicKey, byte[] Signature)> SignAsync(ReadOnlyMemory<byte> bytes, CancellationToken cancellationToken);
}
