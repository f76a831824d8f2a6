using System.Security.Cryptography;
using System.Text.Json;
using Monolith.Agents.Trust;
using Monolith.Fuzzing.Tests.Running;

namespace Monolith.Fuzzing.Tests.Plugins;

public sealed class PluginSignatureFuzzTests
{
    private readonly string hash = new('a', 64);

    /// <summary>The file may be written otherwise, but what verifies says what was signed.</summary>
    [Fact]
    public void Parse_AnySignature_VerifiesForWhatWasSignedOnly()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var signed = PluginSignature.Of(hash, "acme", key);

        Fuzz.Run("plugin's signature", [JsonSerializer.SerializeToUtf8Bytes(signed, SignatureJson.Default.PluginSignature)], mutant =>
        {
            if (PluginSignature.Parse(mutant.Bytes) is not { } read || !read.IsBy(key))
                return false;
            Assert.Equal((signed.Publisher, signed.Algorithm, signed.ContentHash), (read.Publisher, read.Algorithm, read.ContentHash));
            return true;
        }, share: 0.1);
    }
}
