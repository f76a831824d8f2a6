using System.Security.Cryptography;
using System.Text;
using Monolith.Pipelines.Evidence.Format;
using Monolith.Pipelines.Evidence.Verifying;

namespace Monolith.Pipelines.Tests.Evidence;

public sealed class KeyForgeryTests(SignedBundle original) : IClassFixture<SignedBundle>
{
    private List<byte[]> Lines => Bundles.Lines(original.Bundle);

    [Fact]
    public async Task Verify_SignedAnewByAnotherKey_IsRefusedUnderTheGivenKey()
    {
        using var forger = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var forged = Reforge(forger);

        var trusting = await Bundles.VerifyAsync(forged);
        var knowing = await Bundles.VerifyAsync(forged, original.Key);

        // Nothing in the file can tell; that is what the option is for, and the report says so.
        Assert.True(trusting is { IsValid: true, IsKeyGiven: false });
        Assert.StartsWith($"line {Lines.Count}, signature: it was made with the key {DsseEnvelope.KeyIdOf(forger)}", Assert.Single(knowing.Faults), StringComparison.Ordinal);
    }

    /// <summary>Another report is claimed in the chain, hashed and signed as an honest host would, but by the forger's key.</summary>
    private byte[] Reforge(ECDsa forger)
    {
        var old = Convert.ToBase64String(original.Key.ExportSubjectPublicKeyInfo());
        var lines = Lines.Select(line => Encoding.UTF8.GetString(line)).ToList();
        lines[0] = lines[0].Replace(old, Convert.ToBase64String(forger.ExportSubjectPublicKeyInfo()), StringComparison.Ordinal);
        var before = SignedStatement.Read(DsseEnvelope.Read(Lines[^1][..^1])!.Payload)!;
        var payload = Encoding.UTF8.GetString(DsseEnvelope.Read(Lines[^1][..^1])!.Payload)
            .Replace(before.Lines[0], Sha256.Of(lines[0].TrimEnd('\n')), StringComparison.Ordinal)
            .Replace(before.Digest, Sha256.Of(string.Concat(lines[..^1])), StringComparison.Ordinal);
        var envelope = DsseEnvelope.Sign(Encoding.UTF8.GetBytes(payload), forger);
        return [.. Encoding.UTF8.GetBytes(string.Concat(lines[..^1])), .. envelope.Line(), (byte)'\n'];
    }
}
