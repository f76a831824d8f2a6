using Monolith.Dashboard.Tests.Support;

namespace Monolith.Dashboard.Tests.Pages;

[Collection(OneSite.Name)]
public sealed class LiveListTests(Site site)
{
    [Fact]
    public async Task List_RunBeginsAndEnds_IsToldWithoutAReload()
    {
        await using var visit = await site.VisitAsync("/runs?pipeline=live-list");
        await visit.Main.Locator(".empty").WaitForAsync();

        var run = await site.StartAsync(Definitions.Quick("live-list"));

        var row = visit.Main.Locator($"tr[data-key='{run.GetProperty("id").GetString()}']");
        await row.Locator(".status[data-is=success]").WaitForAsync();
        Assert.Equal(1, await visit.Main.Locator("tbody tr").CountAsync());
        Assert.Empty(visit.Complaints);
    }

    [Fact]
    public async Task Bulk_CancelOfWaitingRuns_CountsThemFirst()
    {
        foreach (var _ in Enumerable.Range(0, 3))
            await site.StartAsync("{name: bulk, stages: [{id: hold, wait: {signal: go}}]}");
        await using var visit = await site.VisitAsync("/runs?pipeline=bulk");
        await visit.Main.Locator("tbody tr").Nth(2).WaitForAsync();

        await visit.Page.GetByRole(Microsoft.Playwright.AriaRole.Button, new() { Name = "Cancel…" }).ClickAsync();
        await visit.Page.GetByRole(Microsoft.Playwright.AriaRole.Heading, new() { Name = "Cancel 3 runs" }).WaitForAsync();
        await visit.Page.GetByRole(Microsoft.Playwright.AriaRole.Button, new() { Name = "Cancel them" }).ClickAsync();

        await visit.Main.Locator(".status[data-is=cancelled]").Nth(2).WaitForAsync();
        Assert.Contains("pipeline=bulk", visit.Page.Url, StringComparison.Ordinal);
    }
}
