using System.Security.Cryptography;
using Monolith.Secrets.Masters;

namespace Monolith.Secrets.Tests.Masters;

public sealed class MasterKeyTests
{
    private readonly MasterKey key = MasterKey.Parse(MasterKey.New())!;

    [Fact]
    public void Decrypt_WhatItEncrypted_IsTheText()
    {
        Assert.Equal("<key>ä</key>", key.Decrypt(key.Encrypt("<key>ä</key>")));
        Assert.NotEqual(key.Encrypt("same"), key.Encrypt("same"));
    }

    [Fact]
    public void Decrypt_AnyByteAltered_Throws()
    {
        var encrypted = key.Encrypt("text");
        for (var i = 0; i < encrypted.Length; i++)
        {
            var altered = encrypted.ToArray();
            altered[i] ^= 1;
            Assert.ThrowsAny<CryptographicException>(() => key.Decrypt(altered));
        }

        Assert.ThrowsAny<CryptographicException>(() => key.Decrypt(encrypted[..20]));
    }

    [Fact]
    public void Decrypt_ByAnotherKey_Throws() => Assert.ThrowsAny<CryptographicException>(() => MasterKey.Parse(MasterKey.New())!.Decrypt(key.Encrypt("text")));

    [Theory]
    [InlineData("")]
    [InlineData("not base64!")]
    [InlineData("AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA==")]
    [InlineData("AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA==")]
    public void Parse_NoKeyOf32Bytes_IsNone(string text) => Assert.Null(MasterKey.Parse(text));
}
