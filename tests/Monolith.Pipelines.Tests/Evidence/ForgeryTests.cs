using System.Security.Cryptography;
using System.Text;
using Monolith.Pipelines.Evidence.Format;
using Monolith.Pipelines.Evidence.Signing;
using Monolith.Pipelines.Evidence.Verifying;
using Monolith.Pipelines.Tests.Support;

namespace Monolith.Pipelines.Tests.Evidence;

/// <summary>Whatever is changed in a bundle is found, and the line is named.</summary>
public sealed class ForgeryTests(ForgeryTests.Original original) : IClassFixture<ForgeryTests.Original>
{
    private byte[] Bundle => original.Bundle;

    private List<byte[]> Lines => Bundles.Lines(Bundle);

    /// <summary>The lowest bit makes another character of every one; bit 32 the other case of a letter, and of a line feed an asterisk.</summary>
    [Theory]
    [InlineData(0x01)]
    [InlineData(0x20)]
    [InlineData(0x80)]
    public async Task Verify_AnyByteChanged_IsRefusedAndItsLineNamed(int bit)
    {
        var line = 1;
        for (var i = 0; i < Bundle.Length; i++)
        {
            var forged = (byte[])Bundle.Clone();
            forged[i] ^= (byte)bit;

            var report = await Bundles.VerifyAsync(forged);

            Assert.True(report.IsBundle && !report.IsValid, $"byte {i}, in line {line}, went unseen");
            Assert.True(report.Faults.Any(fault => fault.StartsWith($"line {line}, ", StringComparison.Ordinal)), $"byte {i}: line {line} is not named: {string.Join('\n', report.Faults)}");
            if (Bundle[i] == '\n')
                line++;
        }
    }

    [Fact]
    public async Task Verify_AnyByteChangedInAnEvent_NamesThatLineAlone()
    {
        var at = Bundle.AsSpan().IndexOf("\"stage_succeeded\""u8) + 2;
        var number = Bundle.AsSpan(0, at).Count((byte)'\n') + 1;
        var forged = (byte[])Bundle.Clone();
        forged[at] ^= 1;

        var fault = Assert.Single((await Bundles.VerifyAsync(forged)).Faults);

        Assert.Matches($"^line {number}, event {number - 2} [a-z_]+: its SHA-256 is [0-9a-f]{{64}}, the signature says [0-9a-f]{{64}}[.]$", fault);
    }

    [Fact]
    public async Task Verify_TwoLinesSwapped_BothAreNamed()
    {
        for (var i = 0; i + 1 < Lines.Count; i++)
        {
            var lines = Lines;
            (lines[i], lines[i + 1]) = (lines[i + 1], lines[i]);
            await RefusedAsync(Bundles.Join(lines), i + 1);
        }

        var far = Lines;
        (far[2], far[6]) = (far[6], far[2]);
        var report = await Bundles.VerifyAsync(Bundles.Join(far));
        Assert.Equal(["line 3", "line 7"], report.Faults.Select(fault => fault.Split(',')[0]));
    }

    [Fact]
    public async Task Verify_ALineTakenOut_IsNamedByItsPlace()
    {
        for (var i = 0; i < Lines.Count; i++)
        {
            var lines = Lines;
            lines.RemoveAt(i);
            await RefusedAsync(Bundles.Join(lines), i + 1);
        }
    }

    [Fact]
    public async Task Verify_ALineTwice_TheSecondIsNamed()
    {
        for (var i = 0; i < Lines.Count; i++)
        {
            var lines = Lines;
            lines.Insert(i, lines[i]);
            var report = await Bundles.VerifyAsync(Bundles.Join(lines));
            Assert.False(report.IsValid);
            Assert.Contains(report.Faults, fault => fault.StartsWith($"line {i + 2}, ", StringComparison.Ordinal) || fault.StartsWith($"line {i + 1}, ", StringComparison.Ordinal));
        }
    }

    [Fact]
    public async Task Verify_CutOffAnywhere_IsRefused()
    {
        for (var length = 1; length < Bundle.Length; length += length < 40 || Bundle.Length - length < 40 ? 1 : 17)
        {
            var report = await Bundles.VerifyAsync(Bundle[..length]);
            Assert.False(report.IsValid, $"cut off after {length} bytes");
            Assert.True(!report.IsBundle || report.Faults.Count > 0);
        }
    }

    [Theory]
    [InlineData("\n")]
    [InlineData("{}\n")]
    [InlineData(" ")]
    public async Task Verify_SomethingAtTheEnd_IsRefused(string more)
    {
        var report = await Bundles.VerifyAsync([.. Bundle, .. Encoding.UTF8.GetBytes(more)]);

        Assert.True(report is { IsBundle: true, IsValid: false });
        Assert.NotEmpty(report.Faults);
    }

    [Fact]
    public async Task Verify_LineFeedsOfAnotherSystem_AreNamed()
    {
        var forged = Bundles.Join(Lines.Select(line => (byte[])[.. line[..^1], (byte)'\r', (byte)'\n']));

        var report = await Bundles.VerifyAsync(forged);

        Assert.Contains(report.Faults, fault => fault.StartsWith($"line {Lines.Count}, ", StringComparison.Ordinal));
    }

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

    private static async Task RefusedAsync(byte[] forged, int line)
    {
        var report = await Bundles.VerifyAsync(forged);
        Assert.True(report is { IsBundle: true, IsValid: false });
        Assert.Contains(report.Faults, fault => fault.StartsWith($"line {line}, ", StringComparison.Ordinal));
    }

    public sealed class Original : IAsyncLifetime
    {
        private readonly Database database = new();

        internal byte[] Bundle { get; private set; } = [];

        internal ECDsa Key { get; private set; } = null!;

        public async Task InitializeAsync()
        {
            await database.InitializeAsync();
            var given = Bundles.Eventful();
            Bundle = await database.ExportAsync(await database.StoreAsync(given.Run, given.Events));
            Key = await database.Get<SigningKeys>().OpenAsync(CancellationToken.None);
        }

        public async Task DisposeAsync()
        {
            Key.Dispose();
            await database.DisposeAsync();
        }
    }
}
