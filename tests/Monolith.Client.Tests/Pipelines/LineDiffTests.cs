using Monolith.Cli.Pipelines;

namespace Monolith.Client.Tests.Pipelines;

public sealed class LineDiffTests
{
    [Theory]
    [InlineData("a b c", "a b c", " a b c")]
    [InlineData("a b c", "a x c", " a-b+x c")]
    [InlineData("", "a", "+a")]
    [InlineData("a b", "", "-a-b")]
    [InlineData("a b c d", "b c e d", "-a b c+e d")]
    public void Of_TwoTexts_IsTheShortestWay(string from, string to, string expected)
    {
        var lines = LineDiff.Of(Words(from), Words(to));

        Assert.Equal(expected, string.Concat(lines.Select(line => $"{line.Sign}{line.Text}")).Replace("  ", " ", StringComparison.Ordinal));
    }

    [Fact]
    public void Near_OneChangeInManyLines_ShowsThoseAroundIt()
    {
        var lines = LineDiff.Of(Words("1 2 3 4 5 6 7 8 9"), Words("1 2 3 4 x 6 7 8 9"));

        Assert.Equal("3 4 5 x 6 7", string.Join(' ', LineDiff.Near(lines, 2).Select(line => line.Text)));
        Assert.Equal("1 x 2 3", string.Join(' ', LineDiff.Near(LineDiff.Of(Words("1 2 3 4"), Words("1 x 2 3 4")), 2).Select(line => line.Text)));
    }

    private static string[] Words(string text) => text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
}
