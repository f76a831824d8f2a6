namespace Monolith.Pipelines.Tests.Evidence;

/// <summary>Whatever is changed in a bundle is found, and the line is named.</summary>
public sealed class ByteForgeryTests(SignedBundle original) : IClassFixture<SignedBundle>
{
    private byte[] Bundle => original.Bundle;

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
}
