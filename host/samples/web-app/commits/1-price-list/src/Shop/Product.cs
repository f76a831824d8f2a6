namespace Shop;

/// <param name="Price">In euros, VAT included.</param>
public sealed record Product(int Id, string Name, string Category, decimal Price);
