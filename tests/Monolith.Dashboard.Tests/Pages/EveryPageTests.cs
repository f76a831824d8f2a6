using Microsoft.Playwright;
using Monolith.Dashboard.Tests.Support;

namespace Monolith.Dashboard.Tests.Pages;

/// <summary>Every page shows itself, complains of nothing, and holds to WCAG 2.2 AA in light and in dark.</summary>
[Collection(OneSite.Name)]
public sealed class EveryPageTests(Site site)
{
    public static TheoryData<string, string> Shown => new()
    {
        { "/runs", "table tbody tr" },
        { "/pipelines", "a:has-text('every-page')" },
        { "/pipelines/every-page", "text=It is valid." },
        { "/pipelines/new", "text=It is valid." },
        { "/decisions", "[role=status]" },
        { "/agents", "a:has-text('validation')" },
        { "/agents/git", "summary:has-text('clone')" },
        { "/dead-letters", ".empty" },
        { "/operations", "h3:has-text('database')" },
        { "/jobs", "iframe" },
        { "/audit", "table tbody tr" },
    };

    [Theory]
    [MemberData(nameof(Shown))]
    public async Task Page_LightAndDark_ShowsItselfWithoutAComplaint(string path, string sign)
    {
        await site.StoreAsync("every-page", Definitions.Quick("every-page"));
        await site.StartAsync(Definitions.Quick("every-page"));
        await using var visit = await site.VisitAsync(path);
        await visit.Main.Locator(sign).First.WaitForAsync();
        foreach (var scheme in new[] { ColorScheme.Light, ColorScheme.Dark })
        {
            await visit.Page.EmulateMediaAsync(new() { ColorScheme = scheme });
            await visit.ShootAsync($"{path.Trim('/').Replace('/', '-')}-{scheme.ToString().ToLowerInvariant()}");

            Assert.Empty(await visit.FaultsAsync());
        }

        Assert.Empty(visit.Complaints);
    }
}
