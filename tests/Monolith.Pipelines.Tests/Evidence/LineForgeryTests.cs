namespace Monolith.Pipelines.Tests.Evidence;

public sealed class LineForgeryTests(SignedBundle original) : IClassFixture<SignedBundle>
{
    private List<byte[]> Lines => Bundles.Lines(original.Bundle);

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

    private static async Task RefusedAsync(byte[] forged, int line)
    {
        var report = await Bundles.VerifyAsync(forged);
        Assert.True(report is { IsBundle: true, IsValid: false });
        Assert.Contains(report.Faults, fault => fault.StartsWith($"line {line}, ", StringComparison.Ordinal));
    }
}
