using Monolith.Access.Tests.Support;

namespace Monolith.Access.Tests.Browsers;

/// <summary>What a page makes a browser of this machine send, on a host where nobody signs in.</summary>
public sealed class PageOriginTests(LocalHostFixture local) : IClassFixture<LocalHostFixture>
{
    private const string Change = "/api/v1/runs:cancel?pipeline=none";

    [Theory]
    [InlineData("Sec-Fetch-Site", "cross-site")]
    [InlineData("Sec-Fetch-Site", "same-site")]
    [InlineData("Origin", "https://example.com")]
    [InlineData("Origin", "http://localhost:3000")]
    [InlineData("Origin", "null")]
    public async Task Change_FromAPageOfAnotherSite_IsRefused(string header, string value) => Assert.Equal(403, await ChangeAsync((header, value)));

    [Fact]
    public async Task Change_FromAProgram_IsDone() => Assert.Equal(200, await ChangeAsync());

    [Fact]
    public async Task Change_FromAnOwnPage_IsDone()
    {
        Assert.Equal(200, await ChangeAsync(("Sec-Fetch-Site", "same-origin"), ("Origin", local.Host.Address.GetLeftPart(UriPartial.Authority))));
        Assert.Equal(200, await ChangeAsync(("Origin", local.Host.Address.GetLeftPart(UriPartial.Authority))));
    }

    private async Task<int> ChangeAsync(params (string, string)[] headers)
    {
        using var client = new ApiClient(local.Host.Address, key: null);
        return (await client.SendAsync(HttpMethod.Post, Change, body: null, headers)).Status;
    }
}
