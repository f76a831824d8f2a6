using Monolith.Pipelines.Definitions.Binding;

namespace Monolith.Pipelines.Tests.Definitions.Binding;

public sealed class DurationsTests
{
    [Theory]
    [InlineData("500ms")]
    [InlineData("2s")]
    [InlineData("10m")]
    [InlineData("1h30m")]
    [InlineData("30d")]
    [InlineData("1d2h3m4s5ms")]
    public void Format_AsParsed_IsWhatWasWritten(string text) => Assert.Equal(text, Durations.Format(Durations.Parse(text)!.Value));

    [Theory]
    [InlineData("90m", "1h30m")]
    [InlineData("PT10M", "10m")]
    [InlineData("1.5s", "1s500ms")]
    public void Format_OtherSpelling_IsTheShortest(string text, string expected) =>
        Assert.Equal(expected, Durations.Format(Durations.Parse(text)!.Value));
}
