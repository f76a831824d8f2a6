using System.Security.Cryptography;
using System.Text;

namespace Monolith.Secrets.Masters;

/// <summary>A key from outside of the database, by which the keys inside are encrypted: AES-256-GCM; nonce, tag, then the cipher text.</summary>
internal sealed class MasterKey
{
    public const int Length = 32;

    private const int NonceLength = 12;
    private const int TagLength = 16;
    private const int IdLength = 8;

    private static readonly byte[] Purpose = "Monolith.Secrets/key-ring/v1"u8.ToArray();

    private readonly byte[] key;

    private MasterKey(byte[] key)
    {
        this.key = key;
        Id = Convert.ToHexStringLower(HKDF.DeriveKey(HashAlgorithmName.SHA256, key, IdLength, info: "Monolith.Secrets/key-id/v1"u8.ToArray()));
    }

    /// <summary>Tells keys apart and says nothing of the key.</summary>
    public string Id { get; }

    /// <returns>Null when it is not one.</returns>
    public static MasterKey? Parse(string text)
    {
        var bytes = new byte[Length + 3];
        return Convert.TryFromBase64String(text.Trim(), bytes, out var length) && length == Length ? new MasterKey(bytes[..Length]) : null;
    }

    public static string New() => Convert.ToBase64String(RandomNumberGenerator.GetBytes(Length));

    public byte[] Encrypt(string text)
    {
        var plain = Encoding.UTF8.GetBytes(text);
        var encrypted = new byte[NonceLength + TagLength + plain.Length];
        var nonce = encrypted.AsSpan(0, NonceLength);
        RandomNumberGenerator.Fill(nonce);
        using var aes = new AesGcm(key, TagLength);
        aes.Encrypt(nonce, plain, encrypted.AsSpan(NonceLength + TagLength), encrypted.AsSpan(NonceLength, TagLength), Purpose);
        CryptographicOperations.ZeroMemory(plain);
        return encrypted;
    }

    /// <exception cref="CryptographicException">It was not encrypted by this key, or was altered.</exception>
    public string Decrypt(byte[] encrypted)
    {
        if (encrypted.Length < NonceLength + TagLength)
            throw new CryptographicException("It is too short.");
        var plain = new byte[encrypted.Length - NonceLength - TagLength];
        using var aes = new AesGcm(key, TagLength);
        aes.Decrypt(encrypted.AsSpan(0, NonceLength), encrypted.AsSpan(NonceLength + TagLength), encrypted.AsSpan(NonceLength, TagLength), plain, Purpose);
        var text = Encoding.UTF8.GetString(plain);
        CryptographicOperations.ZeroMemory(plain);
        return text;
    }
}
