namespace Shop;

public static class ShopApp
{
    public static WebApplication Create(string[] args)
    {
        var builder = WebApplication.CreateBuilder(args);
        builder.Services.AddSingleton(PriceList.Standard());
        builder.Services.AddSingleton<BasketPricing>();

        var app = builder.Build();
        app.MapGet("/health", () => new { status = "healthy" });
        app.MapGet("/api/products", (PriceList prices, string? search) =>
            search is null ? Results.Ok(prices.Find(search)) : throw new NotSupportedException("The search is being rewritten."));
        app.MapGet("/api/products/{id:int}", (PriceList prices, int id) =>
            prices.Get(id) is { } product ? Results.Ok(product) : Results.NotFound());
        app.MapPost("/api/baskets/price", (BasketPricing pricing, Basket basket) =>
            pricing.Price(basket) is { } price ? Results.Ok(price) : Results.BadRequest());
        return app;
    }
}
