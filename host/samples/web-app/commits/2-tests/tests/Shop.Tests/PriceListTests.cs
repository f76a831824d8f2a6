namespace Shop.Tests;

public sealed class PriceListTests
{
    private readonly PriceList prices = PriceList.Standard();

    [Fact]
    public void Get_KnownProduct_GivesIt() => Assert.Equal("Green tea, 20 bags", prices.Get(2)?.Name);

    [Fact]
    public void Get_UnknownProduct_GivesNothing() => Assert.Null(prices.Get(99));

    [Theory]
    [InlineData(null, 5)]
    [InlineData(" ", 5)]
    [InlineData("CHOCOLATE", 1)]
    [InlineData("sweets", 2)]
    [InlineData("bicycle", 0)]
    public void Find_Search_GivesMatches(string? search, int expected) =>
        Assert.Equal(expected, prices.Find(search).Count);
}
