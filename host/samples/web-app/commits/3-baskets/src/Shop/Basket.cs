namespace Shop;

public sealed record Basket(IReadOnlyList<BasketLine> Lines);

public sealed record BasketLine(int ProductId, int Quantity);

/// <summary>What a basket costs, in euros.</summary>
public sealed record BasketPrice(decimal Subtotal, decimal Discount, decimal Total);
