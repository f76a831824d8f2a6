using Microsoft.Playwright;
using Monolith.Dashboard.Tests.Support;

namespace Monolith.Dashboard.Tests.Pages;

/// <summary>Pages hold to WCAG 2.2 AA by axe-core, in light and in dark. Long; the page of a run, in ReleaseByKeyboardTests, is its sister.</summary>
[Collection(OneSite.Name)]
public sealed class AccessibilityTests(Site site)
{
    [Trait("Length", "Long")]
    [Theory]
    [MemberData(nameof(EveryPageTests.All), MemberType = typeof(EveryPageTests))]
    public Task Page_OfAll_HoldsToWcag(string path, string sign) => CheckAsync(path, sign);

    private async Task CheckAsync(string path, string sign)
    {
        await using var visit = await site.VisitAsync(path);
        await visit.Main.Locator(sign).First.WaitForAsync();
        foreach (var scheme in new[] { ColorScheme.Light, ColorScheme.Dark })
        {
            await visit.Page.EmulateMediaAsync(new() { ColorScheme = scheme });
            Assert.Empty(await visit.FaultsAsync());
            await visit.ShootAsync($"{path.Trim('/').Replace('/', '-')}-{scheme.ToString().ToLowerInvariant()}");
        }
    }
}
