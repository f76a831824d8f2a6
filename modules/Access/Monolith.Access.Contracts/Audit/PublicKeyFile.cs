using System.Security.Cryptography;

namespace Monolith.Access.Contracts.Audit;

/// <summary>The installation's public key in a file, as <c>GET /api/v1/evidence/public-key</c> gives it.</summary>
public static class PublicKeyFile
{
    /// <param name="path">Of the file, PEM.</param>
    /// <param name="cancellationToken">Gives it up.</param>
    /// <returns>The caller's own to dispose of.</returns>
    /// <exception cref="InvalidDataException">It is no ECDSA key.</exception>
    /// <exception cref="IOException">It cannot be read.</exception>
    public static async Task<ECDsa> ReadAsync(string path, CancellationToken cancellationToken)
    {
        var key = ECDsa.Create();
        try
        {
            key.ImportFromPem(await File.ReadAllTextAsync(path, cancellationToken));
            return key;
        }
        catch (Exception wrong) when (wrong is CryptographicException or NotSupportedException or ArgumentException)
        {
            key.Dispose();
            throw new InvalidDataException($"--public-key: '{path}' is not an ECDSA key as PEM. GET /api/v1/evidence/public-key gives it.", wrong);
        }
    }
}
