namespace Shop;

public sealed class BasketPricing(PriceList prices)
{
    private const int QuantityForDiscount = 10;
    private const decimal QuantityDiscount = 0.05m;
    private const decimal TotalForDiscount = 50m;
    private const decimal TotalDiscount = 0.02m;

    /// <summary>Null when the basket holds an unknown product or a quantity below one.</summary>
    public BasketPrice? Price(Basket basket)
    {
        var subtotal = 0m;
        var reduced = 0m;
        foreach (var line in basket.Lines)
        {
            if (line.Quantity < 1 || prices.Get(line.ProductId) is not { } product)
            {
                return null;
            }

            var amount = product.Price * line.Quantity;
            subtotal += amount;
            reduced += line.Quantity >= QuantityForDiscount ? amount * (1 - QuantityDiscount) : amount;
        }

        if (reduced >= TotalForDiscount)
        {
            reduced *= 1 - TotalDiscount;
        }

        var total = Math.Round(reduced, 2, MidpointRounding.AwayFromZero);
        return new BasketPrice(subtotal, subtotal - total, total);
    }
}
