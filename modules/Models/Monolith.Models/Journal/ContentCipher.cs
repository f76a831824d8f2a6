using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.Extensions.Options;
using Monolith.Models.Settings;

namespace Monolith.Models.Journal;

/// <summary>AES-256-GCM over what was said: nonce, tag, then the cipher text. Bound to its row, so that rows cannot be exchanged.</summary>
internal sealed class ContentCipher(IOptions<ModelsOptions> options)
{
    private const int NonceBytes = 12;
    private const int TagBytes = 16;

    private readonly byte[]? key = options.Value.Journal.KeepsContent ? options.Value.Journal.KeyInBytes : null;

    /// <returns>Null when content is off.</returns>
    public byte[]? Seal(Guid call, CallContent content)
    {
        if (key is null)
            return null;

        var plain = JsonSerializer.SerializeToUtf8Bytes(content);
        var sealedBytes = new byte[NonceBytes + TagBytes + plain.Length];
        var nonce = sealedBytes.AsSpan(0, NonceBytes);
        RandomNumberGenerator.Fill(nonce);
        using var aes = new AesGcm(key, TagBytes);
        aes.Encrypt(nonce, plain, sealedBytes.AsSpan(NonceBytes + TagBytes), sealedBytes.AsSpan(NonceBytes, TagBytes), call.ToByteArray());
        return sealedBytes;
    }

    /// <returns>Null when it cannot be read: content is off now, or the key is another.</returns>
    public CallContent? Open(Guid call, byte[] sealedBytes)
    {
        if (key is null || sealedBytes.Length < NonceBytes + TagBytes)
            return null;

        var cipher = sealedBytes.AsSpan(NonceBytes + TagBytes);
        var plain = new byte[cipher.Length];
        using var aes = new AesGcm(key, TagBytes);
        try
        {
            aes.Decrypt(sealedBytes.AsSpan(0, NonceBytes), cipher, sealedBytes.AsSpan(NonceBytes, TagBytes), plain, call.ToByteArray());
            return JsonSerializer.Deserialize<CallContent>(plain);
        }
        catch (AuthenticationTagMismatchException)
        {
            return null;
        }
    }
}
