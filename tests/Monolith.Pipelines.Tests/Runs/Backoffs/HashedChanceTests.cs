using Monolith.Pipelines.Runs.Backoffs;

namespace Monolith.Pipelines.Tests.Runs.Backoffs;

public sealed class HashedChanceTests
{
    [Theory]
    [InlineData("run/a/1")]
    [InlineData("run/a/2")]
    [InlineData("")]
    public void HashedChance_AnyName_IsWithinBoundsAndAlwaysTheSame(string name)
    {
        Assert.InRange(HashedChance.Of(name), 0, 0.999_999_999_9);
        Assert.Equal(HashedChance.Of(name), HashedChance.Of(name));
    }

    [Fact]
    public void HashedChance_ManyNames_FillsTheRange()
    {
        var drawn = Enumerable.Range(0, 1_000).Select(number => HashedChance.Of($"{number}")).ToList();

        Assert.InRange(drawn.Average(), 0.45, 0.55);
        Assert.Equal(10, drawn.Select(chance => (int)(chance * 10)).Distinct().Count());
    }
}
