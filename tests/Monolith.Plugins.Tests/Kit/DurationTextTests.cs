using Monolith.Plugins.Kit;

namespace Monolith.Plugins.Tests.Kit;

public sealed class DurationTextTests
{
    [Theory]
    [InlineData("500ms", 500)]
    [InlineData("30s", 30_000)]
    [InlineData("5m", 300_000)]
    [InlineData("1.5h", 5_400_000)]
    [InlineData("0s", 0)]
    public void Parse_Duration_GivesIt(string text, double milliseconds) =>
        Assert.Equal(TimeSpan.FromMilliseconds(milliseconds), DurationText.Parse(text));

    [Theory]
    [InlineData("")]
    [InlineData("5")]
    [InlineData("s")]
    [InlineData("5 s")]
    [InlineData("-5s")]
    [InlineData("5d")]
    [InlineData("1..5s")]
    [InlineData("721h")]
    [InlineData("99999999999s")]
    public void Parse_NoDuration_GivesNothing(string text) => Assert.Null(DurationText.Parse(text));
}
