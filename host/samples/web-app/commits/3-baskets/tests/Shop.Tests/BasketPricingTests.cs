namespace Shop.Tests;

public sealed class BasketPricingTests
{
    private readonly BasketPricing pricing = new(PriceList.Standard());

    [Fact]
    public void Price_FewPieces_NoDiscount() =>
        Assert.Equal(new BasketPrice(12.30m, 0m, 12.30m), Price((1, 1), (2, 1)));

    [Fact]
    public void Price_TenPieces_FivePercentLess() =>
        Assert.Equal(new BasketPrice(27.50m, 1.37m, 26.13m), Price((3, 10)));

    [Fact]
    public void Price_LargeBasket_TwoPercentLess() =>
        Assert.Equal(new BasketPrice(57.50m, 1.15m, 56.35m), Price((5, 5)));

    [Theory]
    [InlineData(99, 1)]
    [InlineData(1, 0)]
    public void Price_UnknownProductOrNoPiece_Nothing(int productId, int quantity) =>
        Assert.Null(Price((productId, quantity)));

    private BasketPrice? Price(params (int Product, int Quantity)[] lines) =>
        pricing.Price(new Basket([.. lines.Select(line => new BasketLine(line.Product, line.Quantity))]));
}
