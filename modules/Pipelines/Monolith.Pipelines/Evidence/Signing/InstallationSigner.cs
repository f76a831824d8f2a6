using System.Security.Cryptography;
using Monolith.Access.Contracts.Audit;

namespace Monolith.Pipelines.Evidence.Signing;

/// <summary>The evidence key for others of this host. It is read once.</summary>
internal sealed class InstallationSigner(SigningKeys keys) : IInstallationSigner, IDisposable
{
    private readonly SemaphoreSlim turn = new(1);
    private ECDsa? key;
    private byte[] publicKey = [];

    public async Task<(byte[] PublicKey, byte[] Signature)> SignAsync(ReadOnlyMemory<byte> bytes, CancellationToken cancellationToken)
    {
        // One key object is not for several threads at once.
        await turn.WaitAsync(cancellationToken);
        try
        {
            if (key is null)
            {
                var opened = await keys.OpenAsync(cancellationToken);
                (key, publicKey) = (opened, opened.ExportSubjectPublicKeyInfo());
            }

            return (publicKey, key.SignData(bytes.Span, HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence));
        }
        finally
        {
            turn.Release();
        }
    }

    public void Dispose()
    {
        key?.Dispose();
        turn.Dispose();
    }
}
