using Monolith.Dashboard.Tests.Support;

namespace Monolith.Dashboard.Tests.Pages;

/// <summary>Every page shows itself, and its console complains of nothing, the content security policy included.</summary>
[Collection(OneSite.Name)]
public sealed class EveryPageTests(Site site)
{
    public static TheoryData<string, string> All => new()
    {
        { "/runs", "table tbody tr" },
        { "/pipelines", "a:has-text('every-page')" },
        { "/pipelines/every-page", "text=It is valid." },
        { "/pipelines/new", "text=It is valid." },
        { "/decisions", "[role=status]" },
        { "/agents", "a:has-text('validation')" },
        { "/agents/git", "summary:has-text('clone')" },
        { "/schedules", ".empty" },
        { "/dead-letters", ".empty" },
        { "/operations", "h3:has-text('database')" },
        { "/jobs", "iframe" },
        { "/audit", "table tbody tr" },
    };

    /// <summary>One after the other in one window, as a person goes from page to page, with the scripts in the browser's cache.</summary>
    [Fact]
    public async Task Pages_OneAfterTheOther_ShowThemselvesWithoutAComplaint()
    {
        await using var visit = await site.VisitAsync("/");
        foreach (var page in All)
        {
            var (path, sign) = ((string)page[0], (string)page[1]);
            await visit.Page.GotoAsync(path);
            await visit.Main.Locator(sign).First.WaitForAsync();
            await visit.ShootAsync(path.Trim('/').Replace('/', '-'));
        }

        Assert.Empty(visit.Complaints);
    }
}
