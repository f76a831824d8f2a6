using System.Text;

namespace Monolith.Pipelines.Tests.Evidence;

public sealed class EndForgeryTests(SignedBundle original) : IClassFixture<SignedBundle>
{
    private byte[] Bundle => original.Bundle;

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
        var forged = Bundles.Join(Bundles.Lines(Bundle).Select(line => (byte[])[.. line[..^1], (byte)'\r', (byte)'\n']));

        var report = await Bundles.VerifyAsync(forged);

        Assert.Contains(report.Faults, fault => fault.StartsWith($"line {Bundle.Count(b => b == 10)}, ", StringComparison.Ordinal));
    }
}
