using System.Net;
using System.Net.Http.Json;

namespace Shop.Tests;

public sealed class EndpointTests(ShopServer shop) : IClassFixture<ShopServer>
{
    [Fact]
    public async Task Health_Running_Answers() =>
        Assert.Contains("healthy", await shop.Client.GetStringAsync("/health"));

    [Fact]
    public async Task Products_Search_Narrows()
    {
        var found = await shop.Client.GetFromJsonAsync<List<Product>>("/api/products?search=tea");

        Assert.Equal([2], found!.Select(product => product.Id));
    }

    [Theory]
    [InlineData("/api/products/3", HttpStatusCode.OK)]
    [InlineData("/api/products/99", HttpStatusCode.NotFound)]
    public async Task Product_ById_GivesStatus(string path, HttpStatusCode expected)
    {
        using var response = await shop.Client.GetAsync(path);

        Assert.Equal(expected, response.StatusCode);
    }
}
