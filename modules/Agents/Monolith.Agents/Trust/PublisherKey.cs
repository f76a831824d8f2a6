using System.Security.Cryptography;
using Monolith.Kernel;

namespace Monolith.Agents.Trust;

/// <summary>Keys of publishers: ECDSA on the curve P-256, as PEM.</summary>
internal static class PublisherKey
{
    private const string P256 = "1.2.840.10045.3.1.7";

    public static ECDsa Create() => ECDsa.Create(ECCurve.NamedCurves.nistP256);

    /// <param name="pemOrPath">The public key itself, or its file; a relative path starts at the host's folder.</param>
    public static Result<ECDsa> Public(string pemOrPath) => Public(pemOrPath, AppContext.BaseDirectory);

    /// <param name="pemOrPath">The public key itself, or its file.</param>
    /// <param name="start">Where a relative path starts.</param>
    public static Result<ECDsa> Public(string pemOrPath, string start)
    {
        var pem = Text(pemOrPath, start);
        if (!pem.IsSuccess)
            return pem.Problems[0];
        return pem.Value.Contains("PRIVATE KEY", StringComparison.Ordinal)
            ? Wrong("This is a private key. Give the public one, which 'plugins keygen' wrote beside it, and keep the private one where plugins are signed.")
            : Import(pem.Value, "public");
    }

    public static Result<ECDsa> Private(string path)
    {
        var pem = Text(path, Directory.GetCurrentDirectory());
        if (!pem.IsSuccess)
            return pem.Problems[0];
        return pem.Value.Contains("PRIVATE KEY", StringComparison.Ordinal) ? Import(pem.Value, "private") : Wrong($"'{path}' holds no private key. 'plugins keygen' makes one.");
    }

    public static string? SettingFault(string value)
    {
        var key = Public(value);
        if (!key.IsSuccess)
            return key.Problems[0].Message;
        key.Value.Dispose();
        return null;
    }

    private static Result<string> Text(string pemOrPath, string start)
    {
        if (pemOrPath.Contains("-----BEGIN", StringComparison.Ordinal))
            return pemOrPath;
        try
        {
            return File.ReadAllText(Path.Combine(start, pemOrPath));
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException or ArgumentException)
        {
            return Wrong($"The key '{pemOrPath}' cannot be read. Give a key as PEM, or the path of its file.");
        }
    }

    private static Result<ECDsa> Import(string pem, string kind)
    {
        var key = ECDsa.Create();
        try
        {
            key.ImportFromPem(pem);
            if (key.ExportParameters(includePrivateParameters: false).Curve.Oid.Value == P256)
                return key;
        }
        catch (Exception wrong) when (wrong is CryptographicException or ArgumentException or NotSupportedException)
        {
            // Said below; what the library says of a private key's text stays here.
        }

        key.Dispose();
        return Wrong($"This is no {kind} key of ECDSA P-256 as PEM. 'plugins keygen' makes one.");
    }

    private static Problem Wrong(string message) => new(ErrorCodes.ValidationError, message);
}
