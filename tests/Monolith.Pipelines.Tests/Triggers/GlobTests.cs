using Monolith.Pipelines.Contracts.Triggers;

namespace Monolith.Pipelines.Tests.Triggers;

public sealed class GlobTests
{
    [Theory]
    [InlineData("main", "main", true)]
    [InlineData("main", "mainly", false)]
    [InlineData("*", "main", true)]
    [InlineData("*", "release/1", false)]
    [InlineData("**", "release/1", true)]
    [InlineData("release/*", "release/1", true)]
    [InlineData("release/*", "release/1/2", false)]
    [InlineData("v?.*", "v1.20", true)]
    [InlineData("", "", true)]
    [InlineData("", "a", false)]
    [InlineData("a.c", "abc", false)]
    public void Matches_Pattern_AsPeopleReadIt(string pattern, string text, bool fits) =>
        Assert.Equal(fits, Glob.Matches(pattern, text, StringComparison.Ordinal));

    [Fact]
    public void Matches_PatternMadeToTakeLong_IsAnsweredLikeAnyOther() =>
        Assert.False(Glob.Matches(string.Concat(Enumerable.Repeat("*a", 100)) + "b", new string('a', 1_000), StringComparison.Ordinal));
}
