using System.Text.RegularExpressions;
using Monolith.Integration.Tests.Hosting;

namespace Monolith.Integration.Tests.Errors;

[Collection(OneHost.Name)]
public sealed partial class ErrorPageTests(HostFixture host)
{
    [Fact]
    public async Task Page_OfErrors_HasAPlaceForEachCodeAndNothingFromElsewhere()
    {
        var listed = (await host.Http.JsonAsync("/api/v1/errors")).GetProperty("errors").EnumerateArray().ToList();
        using var answer = await host.Http.GetAsync("/errors");
        var page = await answer.Content.ReadAsStringAsync();

        Assert.Equal("text/html", answer.Content.Headers.ContentType!.MediaType);
        Assert.Equal(
            listed.Select(entry => entry.GetProperty("link").GetString()),
            Places().Matches(page).Select(place => $"/errors#{place.Groups[1].Value}"));
        Assert.True(listed.Count > 30);
        Assert.DoesNotMatch("(?i)<script|https?://|\\son[a-z]+=|javascript:", page);
        Assert.Contains("light dark", page, StringComparison.Ordinal);
        Assert.StartsWith("default-src 'none'", answer.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
    }

    [GeneratedRegex("<section id=\"([A-Z_]+)\">")]
    private static partial Regex Places();
}
