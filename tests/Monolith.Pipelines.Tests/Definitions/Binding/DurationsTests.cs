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

    /// <summary>The second was found by fuzzing: days and hours together are more than a time span holds.</summary>
    [Theory]
    [InlineData("31d")]
    [InlineData("99999999d1h")]
    [InlineData("999999999d999999999h999999999m999999999s")]
    public void Parse_LongerThanMayBe_IsNone(string text) => Assert.Null(Durations.Parse(text));

    [Theory]
    [InlineData("90m", "1h30m")]
    [InlineData("PT10M", "10m")]
    [InlineData("1.5s", "1s500ms")]
    public void Format_OtherSpelling_IsTheShortest(string text, string expected) =>
        Assert.Equal(expected, Durations.Format(Durations.Parse(text)!.Value));
}
