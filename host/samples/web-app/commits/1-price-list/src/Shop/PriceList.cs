namespace Shop;

public sealed class PriceList(IReadOnlyList<Product> products)
{
    public static PriceList Standard() => new(
    [
        new(1, "Coffee beans, 500 g", "drinks", 8.90m),
        new(2, "Green tea, 20 bags", "drinks", 3.40m),
        new(3, "Dark chocolate, 100 g", "sweets", 2.75m),
        new(4, "Oat biscuits, 250 g", "sweets", 3.10m),
        new(5, "Olive oil, 1 l", "kitchen", 11.50m),
    ]);

    public Product? Get(int id) => products.FirstOrDefault(product => product.Id == id);

    public IReadOnlyList<Product> Find(string? search)
    {
        if (string.IsNullOrWhiteSpace(search))
        {
            return products;
        }

        return products
            .Where(product => product.Name.Contains(search, StringComparison.OrdinalIgnoreCase)
                || product.Category.Equals(search, StringComparison.OrdinalIgnoreCase))
            .ToList();
    }
}
