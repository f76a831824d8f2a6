using Microsoft.Playwright;
using Monolith.Dashboard.Tests.Support;

namespace Monolith.Dashboard.Tests.Pages;

/// <summary>Every page shows itself, complains of nothing, and holds to WCAG 2.2 AA; pages that use all colours do so in the dark, too.</summary>
[Collection(OneSite.Name)]
public sealed class EveryPageTests(Site site)
{
    [Theory]
    [InlineData("/runs", "table tbody tr", true)]
    [InlineData("/pipelines", "a:has-text('every-page')")]
    [InlineData("/pipelines/every-page", "text=It is valid.", true)]
    [InlineData("/pipelines/new", "text=It is valid.")]
    [InlineData("/decisions", "[role=status]")]
    [InlineData("/agents", "a:has-text('validation')")]
    [InlineData("/agents/git", "summary:has-text('clone')")]
    [InlineData("/dead-letters", ".empty")]
    [InlineData("/operations", "h3:has-text('database')", true)]
    [InlineData("/jobs", "iframe")]
    [InlineData("/audit", "table tbody tr")]
    public async Task Page_LightAndDark_ShowsItselfWithoutAComplaint(string path, string sign, bool dark = false)
    {
        await using var visit = await site.VisitAsync(path);
        await visit.Main.Locator(sign).First.WaitForAsync();
        foreach (var scheme in dark ? [ColorScheme.Light, ColorScheme.Dark] : new[] { ColorScheme.Light })
        {
            await visit.Page.EmulateMediaAsync(new() { ColorScheme = scheme });
            await visit.ShootAsync($"{path.Trim('/').Replace('/', '-')}-{scheme.ToString().ToLowerInvariant()}");
            Assert.Empty(await visit.FaultsAsync());
        }

        Assert.Empty(visit.Complaints);
    }
}
