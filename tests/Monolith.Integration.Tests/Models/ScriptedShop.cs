using System.Text.Json.Nodes;
using Monolith.Integration.Tests.Hosting;
using Monolith.Models.Tests.Support.Scripted;

namespace Monolith.Integration.Tests.Models;

/// <summary>What a model says that does well in the sample delivery-by-model: a plan, its files, a merged line, scenarios.</summary>
internal static class ScriptedShop
{
    private const string App = """"
        using System.Net;

        namespace Shop;

        public static class ShopApp
        {
            public static WebApplication Create(string[] args)
            {
                var app = WebApplication.CreateBuilder(args).Build();
                var prices = PriceList.Standard();
                app.MapGet("/health", () => new { status = "healthy" });
                app.MapGet("/", (string? search) => Results.Text(Page(prices.Find(search)), "text/html; charset=utf-8"));
                app.MapGet("/api/products", (string? search) => prices.Find(search));
                app.MapGet("/api/products/{id:int}", (int id) => prices.Get(id) is { } product ? Results.Ok(product) : Results.NotFound());
                return app;
            }

            private static string Page(IReadOnlyList<Product> found) => $"""
                <!doctype html>
                <html lang="en">
                <title>{WebUtility.HtmlEncode(ShopName.Text)}</title>
                <h1>{WebUtility.HtmlEncode(ShopName.Text)}</h1>
                <form><label>Search <input name="search"></label> <button>Find</button></form>
                {(found.Count == 0 ? "<p>Nothing found</p>" : $"<ul>{string.Concat(found.Select(product => $"<li>{WebUtility.HtmlEncode(product.Name)}: {product.Price:0.00}</li>"))}</ul>")}
                </html>
                """;
        }

        """";

    private const string Name = """
        namespace Shop;

        public static class ShopName
        {
            public const string Text = "Shop";
        }

        """;

    private const string PageTests = """
        namespace Shop.Tests;

        public sealed class PageTests(ShopServer shop) : IClassFixture<ShopServer>
        {
            [Theory]
            [InlineData("/?search=TEA", "Green tea")]
            [InlineData("/?search=coal", "Nothing found")]
            public async Task Page_Search_Narrows(string path, string expected) =>
                Assert.Contains(expected, await shop.Client.GetStringAsync(path));
        }

        """;

    private const string Scenarios = """
        {
          "name": "Shop",
          "scenarios": [
            { "name": "Says what it is", "steps": [
              { "open": "/" }, { "expect": { "role": "heading", "hasText": "Corner" } }, { "expect": { "role": "heading", "hasText": "tea" } }] },
            { "name": "Finds tea", "steps": [
              { "open": "/" }, { "fill": { "label": "Search", "value": "tea" } }, { "click": { "role": "button", "name": "Find" } },
              { "expect": { "role": "listitem", "count": 1 } }, { "expect": { "role": "listitem", "hasText": "Green tea" } }] },
            { "name": "Says that there is no coal", "steps": [
              { "open": "/?search=coal" }, { "expect": { "text": "Nothing found" } }] }
          ]
        }
        """;

    private static readonly (string Path, string Content)[] Files =
    [
        ("src/Shop/ShopName.cs", Name),
        ("src/Shop/ShopApp.cs", App),
        OfSample("1-price-list", "src/Shop/Product.cs"),
        OfSample("1-price-list", "src/Shop/PriceList.cs"),
        OfSample("2-tests", "tests/Shop.Tests/PriceListTests.cs"),
        OfSample("2-tests", "tests/Shop.Tests/EndpointTests.cs"),
        ("tests/Shop.Tests/PageTests.cs", PageTests),
    ];

    /// <summary>One for each question, in the order in which they are asked.</summary>
    public static Reply[] Answers =>
    [
        new Reply.Say(Plan().ToJsonString()),
        new Reply.Say(new JsonObject { ["files"] = Each(file => new JsonObject { ["path"] = file.Path, ["content"] = file.Content }) }.ToJsonString()),
        ScriptedMerge.To("    public const string Text = \"Corner shop for tea\";\n"),
        new Reply.Say(Scenarios),
    ];

    private static JsonObject Plan() => new()
    {
        ["name"] = "shop",
        ["kind"] = "service",
        ["summary"] = "A price list as a page and as JSON.",
        ["files"] = Each(file => new JsonObject { ["path"] = file.Path, ["purpose"] = file.Path.StartsWith("tests", StringComparison.Ordinal) ? "tests" : "the shop" }),
        ["packages"] = new JsonArray(),
        // Its tests are run before the merge.
        ["commands"] = new JsonObject { ["build"] = new JsonArray(new JsonArray("dotnet", "build", "--nologo", "-v", "quiet")), ["test"] = new JsonArray() },
        ["confidence"] = 0.95,
        ["questions"] = new JsonArray(),
    };

    private static (string Path, string Content) OfSample(string commit, string path) =>
        (path, File.ReadAllText(Path.Combine(Built.Samples, "web-app", "commits", commit, path)));

    private static JsonArray Each(Func<(string Path, string Content), JsonObject> write) => new([.. Files.Select(file => (JsonNode)write(file))]);
}
